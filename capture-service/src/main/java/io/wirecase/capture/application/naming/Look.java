package io.wirecase.capture.application.naming;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;

/** What a rule may look at: the first bytes of one side, those of the other, and both ports. */
public final class Look {

    private final Party side;
    private final ByteReader bytes;
    private final ByteReader others;
    private final int port;
    private final int otherPort;

    /**
     * A look at the originator's side.
     *
     * @param bytes its first bytes (of a datagram protocol: a datagram)
     * @param others the other side's first bytes, maybe none
     * @param port its port
     * @param otherPort the other side's port
     */
    public Look(ByteReader bytes, ByteReader others, int port, int otherPort) {
        this(Party.ORIGINATOR, bytes, others, port, otherPort);
    }

    /**
     * A look at one side.
     *
     * @param side whose bytes they are
     * @param bytes its first bytes
     * @param others the other side's first bytes, maybe none
     * @param port its port
     * @param otherPort the other side's port
     */
    public Look(Party side, ByteReader bytes, ByteReader others, int port, int otherPort) {
        this.side = side;
        this.bytes = bytes;
        this.others = others;
        this.port = port;
        this.otherPort = otherPort;
    }

    /** Whose bytes are looked at. */
    public Party side() {
        return side;
    }

    /** The other side, looked at from here. */
    public Look other() {
        return new Look(side.other(), others, bytes, otherPort, port);
    }

    /** A reader over its bytes, at their start. */
    public ByteReader reader() {
        return bytes.copy();
    }

    /** The port of either side, or 0 when it has none. */
    public int portOf(Party party) {
        return party == side ? port : otherPort;
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length();
    }

    /** What they say of a protocol that begins with this text, one char a byte. */
    public Verdict begins(String text) {
        int seen = Math.min(text.length(), length());
        if (!has(bytes, 0, text.substring(0, seen))) {
            return Verdict.NO;
        }
        return seen == text.length() ? Verdict.YES : Verdict.MORE;
    }

    /** The best of what they say of protocols that begin with one of these texts. */
    public Verdict beginsAny(String... texts) {
        Verdict best = Verdict.NO;
        for (String text : texts) {
            best = best.or(begins(text));
        }
        return best;
    }

    /** Bytes from an index to another as text, one char a byte; cut to what there is. */
    public String text(int from, int to) {
        ByteReader in = bytes.copy();
        in.seek(from);
        return in.text(to - from).raw();
    }

    /** Whether either side has this port. */
    public boolean port(int number) {
        return port == number || otherPort == number;
    }

    /** The sender's own port. */
    public boolean from(int number) {
        return port == number;
    }

    /** A byte, or -1 beyond the end. */
    public int u8(int at) {
        return bytes.peek(at);
    }

    /** Two bytes, or -1 beyond the end. */
    public int u16(int at) {
        return at + 2 > length() ? -1 : u8(at) << 8 | u8(at + 1);
    }

    /** Three bytes, or -1 beyond the end. */
    public int u24(int at) {
        return at + 3 > length() ? -1 : u16(at) << 8 | u8(at + 2);
    }

    /** Four bytes, or -1 beyond the end. */
    public long u32(int at) {
        return at + 4 > length() ? -1 : (long) u16(at) << 16 | u16(at + 2);
    }

    /** Four bytes, the lowest first, or -1 beyond the end. */
    public long u32le(int at) {
        return at + 4 > length()
                ? -1
                : u8(at) | (long) u8(at + 1) << 8 | (long) u8(at + 2) << 16 | (long) u8(at + 3) << 24;
    }

    /** Whether a text stands at an index. */
    public boolean has(int at, String text) {
        return has(bytes, at, text);
    }

    /** Whether one of these texts, given in lower case, stands at an index, ASCII case folded. */
    public boolean hasFolded(int at, String... lower) {
        for (String text : lower) {
            int i = 0;
            while (i < text.length() && fold(u8(at + i)) == text.charAt(i)) {
                i++;
            }
            if (i == text.length()) {
                return true;
            }
        }
        return false;
    }

    /** Whether they start with one of these. */
    public boolean starts(String... texts) {
        return starts(bytes, texts);
    }

    /** Whether the other side starts with one of these. */
    public boolean answered(String... texts) {
        return starts(others, texts);
    }

    /** Whether the other side has sent nothing yet. */
    public boolean unanswered() {
        return others.length() == 0;
    }

    /** A byte of the other side, or -1 beyond its end. */
    public int other(int at) {
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
    public boolean holds(String lower, int within) {
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
    public int indexOf(int wanted, int from, int limit) {
        for (int at = from; at < Math.min(limit, length()); at++) {
            if (u8(at) == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a byte is an ASCII digit. */
    public boolean digit(int at) {
        return u8(at) >= '0' && u8(at) <= '9';
    }
}
