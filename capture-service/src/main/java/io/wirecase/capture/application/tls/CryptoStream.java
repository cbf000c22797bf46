package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Patchwork;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of the handshake that QUIC carries in CRYPTO frames (RFC 9001 section 4): its ClientHello, put
 * together from pieces in any order. What the server sends is not read.
 */
public final class CryptoStream {

    private static final int MESSAGE_HEADER = 4;
    /** Hellos with post-quantum keys have some 2 KiB. */
    private static final int MAX_HELLO = 16 * 1024;

    private final Handshake handshake = new Handshake(Fingerprints.QUIC, Party.ORIGINATOR);
    private @Nullable Patchwork pieces = new Patchwork(MAX_HELLO);
    private Party side = Party.ORIGINATOR;

    /** Nothing read yet. */
    public CryptoStream() {}

    /** Takes a piece of the client's stream. */
    public void piece(Party sender, long offset, ByteReader piece) {
        Patchwork stream = pieces;
        if (stream == null) {
            return;
        }
        side = sender;
        stream.put(offset, piece);
        ByteReader in = stream.reader();
        in.u8();
        if (in.u24() <= in.remaining() && !in.overrun() || stream.full()) {
            readUnfinished();
            pieces = null;
        }
    }

    /** Bytes of memory it takes. */
    public int held() {
        return Handshake.HELD + (pieces == null ? 0 : pieces.held());
    }

    /** Whether all of the ClientHello was there, so that nothing more is needed. */
    public boolean whole() {
        return pieces == null;
    }

    /** The first bytes of the stream that are there, for who has another handshake in it. */
    public ByteReader first() {
        return pieces == null ? new ByteReader(new byte[0], 0, 0) : pieces.reader();
    }

    private void readUnfinished() {
        Patchwork stream = pieces;
        if (stream != null && stream.ready() > MESSAGE_HEADER) {
            ByteReader in = stream.reader();
            int type = in.u8();
            int length = in.u24();
            if (type == Handshake.CLIENT_HELLO) {
                handshake.message(side, type, in.slice(Math.min(length, in.remaining())), length);
            }
        }
    }

    /** What the hello showed, or null when there was none. */
    public @Nullable TlsFacts facts() {
        readUnfinished();
        return handshake.facts();
    }

    /** The name the client asked for, or null as long as none was seen. */
    public @Nullable UntrustedText serverName() {
        readUnfinished();
        return handshake.serverName();
    }

    /** The client's QUIC transport parameters, or null without any in a whole hello. */
    public byte @Nullable [] transportParameters() {
        ClientHello hello = handshake.wholeClientHello();
        return hello == null ? null : hello.extensions().quicParameters();
    }
}
