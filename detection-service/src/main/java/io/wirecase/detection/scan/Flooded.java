package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.flood.FloodLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hosts that were sent a flood of datagrams rather than probes. A flood over many ports looks as broad as a scan, and
 * is told once, by {@code udp_flood}, with its source and the number of ports. What tells them apart: a scanner sends a
 * datagram to a port and repeats it where nothing comes back, nmap ten times at most (its {@code --max-retries}).
 */
final class Flooded {

    /** The first datagram and ten repetitions. */
    private static final int MOST_PROBES = 11;

    private static final long SECOND = 1_000_000_000L;

    private long packets;
    private int targets;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    private Flooded() {}

    /**
     * The contacts with hosts that were not flooded.
     *
     * @param scale distinct targets by contacts counted here
     */
    static List<Contact> without(List<Contact> contacts, Map<Target, Tries> targets, long scale) {
        Map<IpAddress, Flooded> hosts = new HashMap<>();
        targets.forEach((target, tries) ->
                hosts.computeIfAbsent(target.host(), any -> new Flooded()).add(tries));
        hosts.values().removeIf(host -> !host.flooded(scale));
        return hosts.isEmpty()
                ? contacts
                : contacts.stream()
                        .filter(contact -> !hosts.containsKey(contact.host()))
                        .toList();
    }

    private void add(Tries tries) {
        packets += tries.packets();
        targets++;
        firstNanos = Math.min(firstNanos, tries.firstNanos());
        lastNanos = Math.max(lastNanos, tries.lastNanos());
    }

    /** As many datagrams, and as fast, as the flood's own rule asks for, and more a port than a scanner sends. */
    private boolean flooded(long scale) {
        FloodLimits limits = FloodLimits.DEFAULT;
        long all = packets * scale;
        long rate = limits.udp().perSecond();
        double seconds = (double) (lastNanos - firstNanos) / SECOND;
        return packets > (long) MOST_PROBES * targets && all >= rate * limits.seconds() && all >= rate * seconds;
    }
}
