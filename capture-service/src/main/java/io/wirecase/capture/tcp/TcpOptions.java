package io.wirecase.capture.tcp;

import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.core.fact.SynFacts;
import org.jspecify.annotations.Nullable;

/** Reads the options of a SYN (RFC 9293, RFC 7323, RFC 2018). */
final class TcpOptions {

    private static final int END = 0;
    private static final int NOP = 1;
    private static final int MSS = 2;
    private static final int WINDOW_SCALE = 3;

    private final byte[] bytes;
    private final StringBuilder names = new StringBuilder();
    private @Nullable Integer mss;
    private @Nullable Integer windowScale;

    private TcpOptions(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What a SYN showed. Options that run past the header are named {@code bad} and end the list. */
    static SynFacts of(DecodedPacket p) {
        TcpOptions options = new TcpOptions(p.bytes());
        options.read(p.optionsAt(), p.optionsAt() + p.optionsLength());
        return new SynFacts(p.window(), p.ttl(), options.mss, options.windowScale, options.names.toString());
    }

    private void read(int from, int end) {
        int at = from;
        while (at < end) {
            int kind = bytes[at] & 0xFF;
            if (kind == END || kind == NOP) {
                name(kind == END ? "eol" : "nop");
                if (kind == END) {
                    return;
                }
                at++;
                continue;
            }
            int length = at + 1 < end ? bytes[at + 1] & 0xFF : 0;
            if (length < 2 || length > end - at) {
                name("bad");
                return;
            }
            option(kind, at, length);
            at += length;
        }
    }

    private void option(int kind, int at, int length) {
        if (kind == MSS && length == 4) {
            mss = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
        } else if (kind == WINDOW_SCALE && length == 3) {
            windowScale = bytes[at + 2] & 0xFF;
        }
        name(
                switch (kind) {
                    case MSS -> "mss";
                    case WINDOW_SCALE -> "ws";
                    case 4 -> "sok";
                    case 5 -> "sack";
                    case 8 -> "ts";
                    default -> "?" + kind;
                });
    }

    private void name(String name) {
        names.append(names.isEmpty() ? "" : ",").append(name);
    }
}
