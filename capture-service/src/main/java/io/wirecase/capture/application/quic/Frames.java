package io.wirecase.capture.application.quic;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.tls.CryptoStream;
import io.wirecase.core.net.Party;

/** The frames of an opened Initial packet (RFC 9000 section 19), as far as the ones that may stand there. */
final class Frames {

    private static final int PADDING = 0;
    private static final int PING = 1;
    private static final int ACK = 2;
    private static final int ACK_WITH_MARKS = 3;
    private static final int CRYPTO = 6;
    /** Google's versions 50 and 51 have numbers of their own. */
    private static final int GOOGLE_PING = 7;

    private static final int GOOGLE_CRYPTO = 8;

    private Frames() {}

    /** Hands over the pieces of the handshake. */
    static void read(byte[] plain, boolean google, Party sender, CryptoStream to) {
        ByteReader in = new ByteReader(plain, 0, plain.length);
        boolean known = true;
        while (known && in.remaining() > 0 && !in.overrun()) {
            int type = in.u8();
            if (type == (google ? GOOGLE_CRYPTO : CRYPTO)) {
                long offset = LongHeader.number(in);
                long length = LongHeader.number(in);
                to.piece(sender, offset, in.slice((int) Math.min(length, Integer.MAX_VALUE)));
            } else if (type == ACK || type == ACK_WITH_MARKS) {
                known = !google;
                acknowledged(in, type == ACK_WITH_MARKS);
            } else {
                known = type == PADDING || type == (google ? GOOGLE_PING : PING);
            }
        }
    }

    private static void acknowledged(ByteReader in, boolean marks) {
        LongHeader.number(in);
        LongHeader.number(in);
        long ranges = LongHeader.number(in);
        LongHeader.number(in);
        for (long i = 0; i < ranges && !in.overrun(); i++) {
            LongHeader.number(in);
            LongHeader.number(in);
        }
        for (int i = 0; marks && i < 3; i++) {
            LongHeader.number(in);
        }
    }
}
