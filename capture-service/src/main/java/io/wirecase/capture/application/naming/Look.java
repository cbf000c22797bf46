package io.wirecase.capture.application.naming;

import io.wirecase.capture.application.stream.ByteReader;

/** What a rule may look at: the first bytes of one side, those of the other, and both ports. */
public final class Look {

    private final ByteReader bytes;
    private final ByteReader others;
    private final int port;
    private final int otherPort;

    /**
     * A look at one side.
     *
     * @param bytes its first bytes (of a datagram protocol: a datagram)
     * @param others the other side's first bytes, maybe none
     * @param port its port
     * @param otherPort the other side's port
     */
    public Look(ByteReader bytes, ByteReader others, int port, int otherPort) {
        this.bytes = bytes;
        this.others = others;
        this.port = port;
        this.otherPort = otherPort;
    }

    int length() {
        return bytes.length();
    }

    boolean port(int number) {
        return port == number || otherPort == number;
    }

    /** The sender's own port. */
    boolean from(int number) {
        return port == number;
    }

    /** A byte, or -1 beyond the end. */
    int u8(int at) {
        return bytes.peek(at);
    }

    /** Two bytes, or -1 beyond the end. */
    int u16(int at) {
        return at + 2 > length() ? -1 : u8(at) << 8 | u8(at + 1);
    }

    /** Three bytes, or -1 beyond the end. */
    int u24(int at) {
        return at + 3 > length() ? -1 : u16(at) << 8 | u8(at + 2);
    }

    /** Four bytes, or -1 beyond the end. */
    long u32(int at) {
        return at + 4 > length() ? -1 : (long) u16(at) << 16 | u16(at + 2);
    }

    /** Four bytes, the lowest first, or -1 beyond the end. */
    long u32le(int at) {
        return at + 4 > length()
                ? -1
                : u8(at) | (long) u8(at + 1) << 8 | (long) u8(at + 2) << 16 | (long) u8(at + 3) << 24;
    }

    boolean has(int at, String text) {
        return has(bytes, at, text);
    }

    boolean starts(String... texts) {
        return starts(bytes, texts);
    }

    /** Whether the other side starts with one of these. */
    boolean answered(String... texts) {
        return starts(others, texts);
    }

    /** Whether the other side has sent nothing yet. */
    boolean unanswered() {
        return others.length() == 0;
    }

    int other(int at) {
        return others.peek(at);
    }

    private static boolean starts(ByteReader in, String... texts) {
        for (String text : texts) {
            if (has(in, 0, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(ByteReader in, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (in.peek(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text, given in lower case, occurs in the first bytes, ASCII case folded. */
    boolean holds(String lower, int within) {
        int last = Math.min(within, length()) - lower.length();
        for (int at = 0; at <= last; at++) {
            int i = 0;
            while (i < lower.length() && fold(u8(at + i)) == lower.charAt(i)) {
                i++;
            }
            if (i == lower.length()) {
                return true;
            }
        }
        return false;
    }

    private static int fold(int b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }

    /** The index of a byte at or after another, below a limit; -1 when there is none. */
    int indexOf(int wanted, int from, int limit) {
        for (int at = from; at < Math.min(limit, length()); at++) {
            if (u8(at) == wanted) {
                return at;
            }
        }
        return -1;
    }

    boolean digit(int at) {
        return u8(at) >= '0' && u8(at) <= '9';
    }
}
