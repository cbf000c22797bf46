package io.wirecase.detection.flood;

/**
 * When a rate is a flood. Rates are a second's, held over {@link #seconds}.
 *
 * @param seconds how long a rate must hold: shorter peaks are in every network
 * @param synPerSecond SYNs to one host
 * @param synUnansweredShare the least share of them whose handshake was never completed: a crowd completes its own
 * @param synPerPort SYNs a port on average; a scan tries each port once or a few times
 * @param udp of datagrams
 * @param icmpPerSecond ICMP messages to one host, errors aside
 * @param arp of ARP
 * @param dhcp of DHCP
 * @param dns of DNS
 * @param reflection of reflection
 */
public record FloodLimits(
        int seconds,
        int synPerSecond,
        double synUnansweredShare,
        int synPerPort,
        Datagrams udp,
        int icmpPerSecond,
        Arp arp,
        Dhcp dhcp,
        Dns dns,
        Reflection reflection) {

    /** The field's rates where engines publish some, else starting values; docs/risks.md says which. */
    public static final FloodLimits DEFAULT = new FloodLimits(
            10,
            100,
            0.8,
            10,
            new Datagrams(1_000, 5),
            250,
            new Arp(100, 5),
            new Dhcp(10, 50),
            new Dns(200, 0.9),
            new Reflection(100, 1 << 20, 10));

    /**
     * Of datagrams.
     *
     * @param perSecond datagrams to one host that it does not answer
     * @param flows the least flows they come in: one stream is a film or a call, unless ten times as many
     */
    public record Datagrams(int perSecond, int flows) {}

    /**
     * Of ARP.
     *
     * @param perSecond messages of one sender, or about one address
     * @param perTarget messages a target on average; a scan asks for each once or a few times
     */
    public record Arp(int perSecond, int perTarget) {}

    /**
     * Of DHCP.
     *
     * @param perSecond messages of clients in one second of a segment
     * @param messages and in all
     */
    public record Dhcp(int perSecond, int messages) {}

    /**
     * Of DNS.
     *
     * @param perMinute names of one domain that do not exist, asked of one resolver
     * @param differentShare the least share of different ones: a broken program asks for the same again
     */
    public record Dns(int perMinute, double differentShare) {}

    /**
     * Of reflection.
     *
     * @param perSecond large answers to one host that it never asked for
     * @param bytes their payload in all
     * @param ratio bytes of answers by bytes of questions
     */
    public record Reflection(int perSecond, long bytes, int ratio) {}
}
