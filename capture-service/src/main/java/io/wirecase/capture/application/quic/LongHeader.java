package io.wirecase.capture.application.quic;

import io.wirecase.capture.application.stream.ByteReader;
import org.jspecify.annotations.Nullable;

/**
 * A long header (RFC 8999, RFC 9000 section 17.2).
 *
 * @param first its first byte
 * @param version the version, 0 for a negotiation
 * @param destination the receiver's connection id
 * @param source the sender's connection id
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record LongHeader(int first, long version, byte[] destination, byte[] source) {

    private static final int INITIAL = 0;
    private static final int INITIAL_SECOND = 1;
    private static final int RETRY = 3;
    private static final int RETRY_SECOND = 0;
    private static final int MAX_ID = 20;

    /** Reads a header; what follows it is left. Null when it is none. */
    static @Nullable LongHeader read(ByteReader in) {
        int first = in.u8();
        if ((first & 0x80) == 0) {
            return null;
        }
        long version = in.u32();
        byte[] destination = in.take(in.u8());
        byte[] source = in.take(in.u8());
        boolean fits = !in.overrun() && destination.length <= MAX_ID && source.length <= MAX_ID;
        return fits ? new LongHeader(first, version, destination, source) : null;
    }

    boolean initial() {
        return type() == (version == QuicVersions.V2 ? INITIAL_SECOND : INITIAL);
    }

    boolean retry() {
        return type() == (version == QuicVersions.V2 ? RETRY_SECOND : RETRY);
    }

    private int type() {
        return first >> 4 & 3;
    }

    /** A variable-length integer (RFC 9000 section 16). */
    static long number(ByteReader in) {
        int first = in.u8();
        long value = first & 0x3F;
        for (int more = (1 << (first >> 6)) - 1; more > 0; more--) {
            value = value << 8 | in.u8();
        }
        return value;
    }
}
