package io.wirecase.capture.application.quic;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * A CHLO, the client's hello in Google's versions before TLS: a message of tags with values (the description of "QUIC
 * Crypto" that Google published with them).
 *
 * @param serverName the name asked for, or null
 * @param userAgent what the client calls itself, or null
 */
record GoogleHello(
        @Nullable UntrustedText serverName, @Nullable UntrustedText userAgent) {

    private static final long CHLO = 0x43484C4FL;
    private static final long SERVER_NAME = 0x534E4900L;
    private static final long USER_AGENT = 0x55414944L;
    private static final int MAX_TAGS = 128;
    /** The headers before the message take up to 20 bytes for the packet, 12 for a hash and 15 for a frame. */
    private static final int WITHIN = 64;

    /**
     * Looks for a CHLO near the start of a packet's clear content: the frame headers before it changed from version to
     * version, its tag did not.
     *
     * @return null when there is none
     */
    static @Nullable GoogleHello find(ByteReader in) {
        int end = Math.min(in.remaining() - 8, WITHIN);
        int start = in.position();
        for (int at = 0; at <= end; at++) {
            if (in.peek(start + at) == 'C' && in.peek(start + at + 1) == 'H') {
                in.seek(start + at);
                if (in.u32() == CHLO) {
                    return read(in);
                }
            }
        }
        return null;
    }

    /** Reads from behind the tag on. Numbers have their lowest byte first. */
    private static GoogleHello read(ByteReader in) {
        int tags = Math.min(low16(in), MAX_TAGS);
        in.skip(2);
        ByteReader table = in.slice(Math.min(tags * 8, in.remaining()));
        UntrustedText name = null;
        UntrustedText agent = null;
        long begin = 0;
        while (table.remaining() >= 8) {
            long tag = table.u32();
            long end = low16(table) | (long) low16(table) << 16;
            if (end < begin || end - begin > in.remaining()) {
                break;
            }
            ByteReader value = in.slice((int) (end - begin));
            begin = end;
            if (tag == SERVER_NAME && value.remaining() > 0) {
                name = value.text(value.remaining());
            } else if (tag == USER_AGENT) {
                agent = value.text(value.remaining());
            }
        }
        return new GoogleHello(name, agent);
    }

    private static int low16(ByteReader in) {
        int low = in.u8();
        return low | in.u8() << 8;
    }
}
