package io.wirecase.core.net;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where application protocols live by default: the ports their specifications or the IANA port registry (RFC 6335)
 * give them, and a few that custom has given them (8080 for proxies). Names are those of a
 * flow's application stack.
 *
 * <p>A port has one owner per transport, so that "who is expected here" has one answer; several protocols may have the
 * same port among their defaults. Mail and files that go over to TLS once connected (RFC 2595, RFC 3207, RFC 4217) are
 * at home on the ports of their clear forms too. DTLS lives wherever a call or a tunnel was agreed on. A protocol
 * without entry has no default ports and is never out of place.
 */
public final class ProtocolPorts {

    /** The protocols with their ports; where two list a port, the earlier one owns it. */
    private static final List<Defaults> TABLE = List.of(
            both("DNS", 53),
            tcp("HTTP", 80),
            new Defaults("TLS", List.of(443), List.of()),
            udp("QUIC", 443),
            tcp("HTTP_Proxy", 8080, 3128),
            tcp("HTTP_Connect", 8080),
            tcp("SSH", 22),
            tcp("SMTP", 25, 587),
            tcp("SMTPS", 465, 587, 25),
            tcp("POP3", 110),
            tcp("POPS", 995, 110),
            tcp("IMAP", 143),
            tcp("IMAPS", 993, 143),
            tcp("FTP_CONTROL", 21),
            tcp("FTP_DATA", 20),
            tcp("FTPS", 990, 21),
            tcp("Telnet", 23),
            new Defaults("DoH_DoT", List.of(853), List.of(853, 784)),
            both("RDP", 3389),
            tcp("VNC", 5900, 5901, 5800),
            tcp("SMBv23", 445),
            tcp("SMBv1", 445),
            new Defaults("NetBIOS", List.of(139), List.of(137, 138, 139)),
            udp("SNMP", 161, 162),
            udp("NTP", 123),
            udp("DHCP", 67, 68),
            udp("DHCPV6", 546, 547),
            both("LDAP", 389),
            both("Kerberos", 88),
            tcp("MQTT", 1883, 8883),
            tcp("MySQL", 3306),
            tcp("PostgreSQL", 5432),
            tcp("MongoDB", 27017),
            tcp("RESP", 6379),
            tcp("MsSQL-TDS", 1433, 1434),
            tcp("Oracle", 1521),
            both("SIP", 5060, 5061),
            tcp("RTSP", 554),
            udp("STUN", 3478),
            both("OpenVPN", 1194),
            udp("WireGuard", 51820),
            new Defaults("IPSec", List.of(500), List.of(500, 4500)),
            new Defaults("Syslog", List.of(514, 601, 6514), List.of(514)),
            udp("TFTP", 69),
            tcp("Modbus", 502),
            tcp("BGP", 179),
            tcp("SOCKS", 1080),
            tcp("Kafka", 9092),
            udp("MDNS", 5353),
            udp("LLMNR", 5355),
            udp("SSDP", 1900),
            udp("WSD", 3702),
            udp("Radius", 1812, 1813, 1645, 1646),
            both("Diameter", 3868),
            both("Service_Location_Protocol", 427),
            udp("NAT-PMP", 5350, 5351),
            udp("Teredo", 3544),
            udp("GTP", 2123, 2152),
            udp("VXLAN", 4789),
            udp("sFlow", 6343),
            udp("NetFlow", 2055),
            udp("collectd", 25826),
            udp("PTPv2", 319, 320),
            udp("RMCP", 623),
            udp("HSRP", 1985, 2029),
            udp("XDMCP", 177),
            udp("BACnet", 47808),
            both("CoAP", 5683, 5684),
            both("RPC", 111),
            both("NFS", 2049),
            both("DCERPC", 135),
            tcp("PPTP", 1723),
            udp("L2TP", 1701),
            tcp("Rsync", 873),
            tcp("Git", 9418),
            tcp("IRC", 194, 6667),
            tcp("Jabber", 5222, 5269),
            tcp("Whois-DAS", 43),
            tcp("Munin", 4949),
            tcp("BITCOIN", 8333),
            tcp("RTMP", 1935),
            tcp("IEC60870", 2404),
            both("DNP3", 20000),
            both("EtherNet-IP", 44818),
            tcp("S7Comm", 102),
            both("OPC-UA", 4840),
            both("HART-IP", 5094),
            both("FINS", 9600),
            both("KNXnet_IP", 3671),
            both("IEEE-C37118", 4712, 4713),
            tcp("BeckhoffADS", 48898),
            tcp("HiSLIP", 4880),
            udp("CNP-IP", 1628),
            udp("MGCP", 2427, 2727),
            both("H323", 1719, 1720),
            tcp("CiscoSkinny", 2000),
            tcp("Cassandra", 9042),
            tcp("Elasticsearch", 9300),
            tcp("STOMP", 61613),
            tcp("OpenWire", 61616),
            tcp("NATS", 4222),
            udp("Memcached", 11211),
            both("BitTorrent", 6881, 6771),
            both("LISP", 4342, 4341),
            both("DLEP", 854),
            tcp("Lustre", 988),
            tcp("Radmin", 4899),
            tcp("Citrix", 1494),
            tcp("AJP", 8009, 8010),
            udp("IAX", 4569),
            udp("UFTP", 1044),
            both("tinc", 655),
            both("SOMEIP", 30490, 30491, 30501),
            udp("PROFINET_IO", 34964),
            both("TiVoConnect", 2190),
            tcp("Viber", 4244, 5242),
            tcp("NestLogSink", 11095),
            tcp("WorldOfWarcraft", 3724),
            udp("Dropbox", 17500),
            udp("Spotify", 57621),
            udp("Tailscale", 41641));

    private static final Map<String, Defaults> BY_NAME = byName();
    private static final Map<Integer, String> TCP_OWNERS = owners(Transport.TCP);
    private static final Map<Integer, String> UDP_OWNERS = owners(Transport.UDP);

    private ProtocolPorts() {}

    /**
     * The protocol that is expected on a port.
     *
     * @param transport TCP or UDP; nothing is expected on another
     * @param port any number; out of range there is no owner
     * @return the owner's name, or empty when the port has none
     */
    public static Optional<String> owner(Transport transport, int port) {
        return Optional.ofNullable(
                switch (transport) {
                    case TCP -> TCP_OWNERS.get(port);
                    case UDP -> UDP_OWNERS.get(port);
                    default -> null;
                });
    }

    /**
     * The default ports of a protocol, the usual one first.
     *
     * @param transport TCP or UDP; none are known of another
     * @param protocol a protocol's name, its case as in a flow's application stack
     * @return the ports, empty when it has none on that transport
     */
    public static List<Integer> defaults(Transport transport, String protocol) {
        Defaults known = BY_NAME.get(protocol);
        return known == null ? List.of() : known.on(transport);
    }

    /** Whether a protocol has a default port on any transport. */
    public static boolean hasDefaults(String protocol) {
        return BY_NAME.containsKey(protocol);
    }

    private static Defaults tcp(String protocol, Integer... ports) {
        return new Defaults(protocol, List.of(ports), List.of());
    }

    private static Defaults udp(String protocol, Integer... ports) {
        return new Defaults(protocol, List.of(), List.of(ports));
    }

    private static Defaults both(String protocol, Integer... ports) {
        return new Defaults(protocol, List.of(ports), List.of(ports));
    }

    private static Map<String, Defaults> byName() {
        Map<String, Defaults> found = new LinkedHashMap<>();
        for (Defaults defaults : TABLE) {
            if (found.put(defaults.protocol(), defaults) != null) {
                throw new IllegalStateException(defaults.protocol() + " is listed twice");
            }
        }
        return found;
    }

    private static Map<Integer, String> owners(Transport transport) {
        Map<Integer, String> found = new HashMap<>();
        for (Defaults defaults : TABLE) {
            for (int port : defaults.on(transport)) {
                found.putIfAbsent(port, defaults.protocol());
            }
        }
        return found;
    }

    private record Defaults(String protocol, List<Integer> tcp, List<Integer> udp) {

        List<Integer> on(Transport transport) {
            return switch (transport) {
                case TCP -> tcp;
                case UDP -> udp;
                default -> List.of();
            };
        }
    }
}
