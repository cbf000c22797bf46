package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Verdict;

/** Tells the first record of a TLS or SSL stream from other bytes. */
public final class TlsStart {

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int HEADER = 5;
    private static final int MAX_RECORD = 16_384 + 2_048;
    private static final int MAX_HANDSHAKE_TYPE = 24;

    private TlsStart() {}

    /** What the first bytes of one side say. */
    public static Verdict of(ByteReader bytes) {
        if (bytes.length() == 0) {
            return Verdict.MORE;
        }
        int type = bytes.peek(0);
        if (type >= CHANGE_CIPHER_SPEC && type <= APPLICATION_DATA) {
            return record(bytes, type);
        }
        return oldHello(bytes);
    }

    private static Verdict record(ByteReader bytes, int type) {
        if (bytes.length() > 1 && bytes.peek(1) != 3 || bytes.length() > 2 && bytes.peek(2) > 4) {
            return Verdict.NO;
        }
        if (bytes.length() <= HEADER) {
            return Verdict.MORE;
        }
        int length = bytes.peek(3) << 8 | bytes.peek(4);
        if (length == 0 || length > MAX_RECORD) {
            return Verdict.NO;
        }
        boolean fits = switch (type) {
            case HANDSHAKE -> handshake(bytes);
            case ALERT -> length == 2 || length > 16;
            case CHANGE_CIPHER_SPEC -> length == 1;
            default -> next(bytes, HEADER + length);
        };
        return fits ? Verdict.YES : Verdict.NO;
    }

    /** A type that exists; a client's hello also has a length that suits it. */
    private static boolean handshake(ByteReader bytes) {
        int message = bytes.peek(HEADER);
        return message <= MAX_HANDSHAKE_TYPE || bytes.peek(2) >= 1 && bytes.peek(3) < 2;
    }

    /** Whether a record ends where the bytes do, or another follows it: chance alone seldom does that. */
    private static boolean next(ByteReader bytes, int end) {
        if (end + 2 < bytes.length()) {
            int type = bytes.peek(end);
            return type >= ALERT && type <= APPLICATION_DATA && bytes.peek(end + 1) == 3;
        }
        return end == bytes.length();
    }

    /** RFC 5246 appendix E.2: a two-byte length with its high bit set, then the type and version of a ClientHello. */
    private static Verdict oldHello(ByteReader bytes) {
        if ((bytes.peek(0) & 0x80) == 0) {
            return Verdict.NO;
        }
        if (bytes.length() < 11) {
            return bytes.length() > 2 && bytes.peek(2) != Handshake.CLIENT_HELLO ? Verdict.NO : Verdict.MORE;
        }
        int length = (bytes.peek(0) & 0x7F) << 8 | bytes.peek(1);
        int ciphers = bytes.peek(5) << 8 | bytes.peek(6);
        int session = bytes.peek(7) << 8 | bytes.peek(8);
        int challenge = bytes.peek(9) << 8 | bytes.peek(10);
        boolean version = bytes.peek(3) == 3 && bytes.peek(4) <= 4 || bytes.peek(3) == 0 && bytes.peek(4) == 2;
        boolean sums = 9 + ciphers + session + challenge == length && ciphers % 3 == 0 && ciphers > 0;
        return bytes.peek(2) == Handshake.CLIENT_HELLO && version && sums ? Verdict.YES : Verdict.NO;
    }
}
