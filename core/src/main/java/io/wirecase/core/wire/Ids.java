package io.wirecase.core.wire;

import io.wirecase.core.alert.Subject;
import io.wirecase.core.net.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic ids: the same facts give the same id on every machine and in every run. All are UUIDs of version 5 (RFC
 * 9562) in one namespace; parts are joined by a unit separator, which none of them contains.
 */
public final class Ids {

    private static final UUID NAMESPACE = UUID.fromString("9f2d6a52-5c0e-5e0b-9a54-7c1f0d3b6e21");
    private static final char SEPARATOR = '\u001f';

    private Ids() {}

    /**
     * A capture's id.
     *
     * @param site the site named with the upload, or null when the capture is its own site
     * @param sha256 lower-case hex of the content's SHA-256
     */
    public static UUID capture(@Nullable String site, String sha256) {
        return named("capture", site == null ? "" : site, sha256);
    }

    /** Makes the ids of one capture's flows; for very many of them. Not thread-safe. */
    public static final class OfFlows {

        private final MessageDigest sha1 = sha1();
        private final byte[] beginning;

        /** For a capture and its revision. */
        public OfFlows(UUID captureId, int revision) {
            String parts = "flow" + SEPARATOR + captureId + SEPARATOR + revision + SEPARATOR;
            beginning = ByteBuffer.allocate(2 * Long.BYTES + parts.length())
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .put(parts.getBytes(StandardCharsets.UTF_8))
                    .array();
        }

        /** The same as {@link Ids#flow}. */
        public UUID of(long firstPacket, @Nullable String tunnel) {
            sha1.update(beginning);
            String rest = Long.toString(firstPacket) + SEPARATOR + (tunnel == null ? "" : tunnel);
            sha1.update(rest.getBytes(StandardCharsets.UTF_8));
            return versionFive(sha1);
        }
    }

    /**
     * A flow's id, within a capture.
     *
     * @param firstPacket number of its first packet
     * @param tunnel its tunnel path, or null
     */
    public static UUID flow(UUID captureId, int revision, long firstPacket, @Nullable String tunnel) {
        return named(
                "flow",
                captureId.toString(),
                Integer.toString(revision),
                Long.toString(firstPacket),
                tunnel == null ? "" : tunnel);
    }

    /**
     * An alert's id.
     *
     * @param kind the alert's kind
     * @param bucket the event-time bucket's number, 0 for alerts about one flow
     */
    public static UUID alert(String site, String kind, Subject subject, long bucket) {
        return named(
                "alert",
                site,
                kind,
                subject.type().name(),
                subject.host().toString(),
                String.valueOf(subject.peer()),
                String.valueOf(subject.flow()),
                Long.toString(bucket));
    }

    /**
     * A sighting's id.
     *
     * @param kind its kind's name
     */
    public static UUID sighting(String site, IpAddress host, String kind, String value) {
        return named("sighting", site, host.toString(), kind, value);
    }

    /** An id from a room's name and what makes the thing unique. */
    public static UUID named(String room, String... parts) {
        MessageDigest sha1 = sha1();
        ByteBuffer space = ByteBuffer.allocate(16);
        space.putLong(NAMESPACE.getMostSignificantBits()).putLong(NAMESPACE.getLeastSignificantBits());
        sha1.update(space.array());
        sha1.update(
                (room + SEPARATOR + String.join(String.valueOf(SEPARATOR), parts)).getBytes(StandardCharsets.UTF_8));
        return versionFive(sha1);
    }

    private static UUID versionFive(MessageDigest sha1) {
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
