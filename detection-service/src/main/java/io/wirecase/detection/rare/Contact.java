package io.wirecase.detection.rare;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * A host talked to a destination.
 *
 * @param meaning whose state it is folded into
 * @param host who began
 * @param destination whom it talked to: the place of a {@link Destination}
 * @param meeting the conversation
 */
public record Contact(Meaning meaning, IpAddress host, String destination, Meeting meeting) implements Told {

    /** What a contact is told for. */
    public enum Meaning {
        /** Who talks to a destination. */
        DESTINATION,
        /** Whom a host talks to. */
        HOST,
        /** What is known of the site at all. */
        SITE
    }

    /**
     * A conversation.
     *
     * @param nanos when it began
     * @param packets its packets
     * @param peer the destination's address
     */
    public record Meeting(long nanos, long packets, IpAddress peer) implements Comparable<Meeting> {

        private static final Comparator<Meeting> ORDER = Comparator.comparingLong(Meeting::nanos)
                .thenComparingLong(Meeting::packets)
                .thenComparing(Meeting::peer);

        static Meeting of(Flow flow) {
            return new Meeting(flow.span().startNanos(), flow.traffic().total().packets(), flow.responder());
        }

        @Override
        public int compareTo(Meeting other) {
            return ORDER.compare(this, other);
        }
    }

    /** The same told for something else. */
    public Contact as(Meaning another) {
        return new Contact(another, host, destination, meeting);
    }

    /** A hash of the destination. */
    public long hash() {
        return hash(destination);
    }

    static long hash(String destination) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < destination.length(); i++) {
            hash = (hash ^ destination.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /** The detail of the key it is folded under. */
    String detail() {
        return switch (meaning) {
            case DESTINATION -> destinationDetail(hash());
            case HOST -> hostDetail(host);
            case SITE -> SITE_DETAIL;
        };
    }

    /** The detail of the key of what is known of the site. */
    static final String SITE_DETAIL = "";

    static String destinationDetail(long hash) {
        return "d " + HexFormat.of().toHexDigits(hash);
    }

    static String hostDetail(IpAddress host) {
        return "h " + host;
    }
}
