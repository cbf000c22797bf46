package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/** One DTLS association (RFC 6347, RFC 9147): its clear messages, from datagrams. */
public final class DtlsDialog implements StreamDecoder {

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int HEADER = 13;
    private static final int CLEAR_ALERT = 2;
    /** Datagrams after which nothing in clear is waited for. */
    private static final int MAX_DATAGRAMS = 64;

    private final Handshake handshake = new Handshake(Fingerprints.DTLS, Party.ORIGINATOR);
    private final DtlsMessages originated = new DtlsMessages(handshake, Party.ORIGINATOR);
    private final DtlsMessages responded = new DtlsMessages(handshake, Party.RESPONDER);
    private boolean originatorEncrypts;
    private boolean responderEncrypts;
    private int datagrams;

    /** Whether a datagram begins with a clear DTLS record that fits it. */
    public static boolean starts(Chunk chunk) {
        if (chunk.length() < HEADER + 1 || chunk.at(0) < 20 || chunk.at(0) > 23 || chunk.at(1) != 0xFE) {
            return false;
        }
        int length = chunk.at(11) << 8 | chunk.at(12);
        boolean version = chunk.at(2) == 0xFF || chunk.at(2) == 0xFD || chunk.at(2) == 0xFC;
        return version && length > 0 && (HEADER + length <= chunk.length() || chunk.at(0) == HANDSHAKE);
    }

    /** Whether a hello was seen, whole or in part. */
    public boolean seen() {
        return handshake.seen();
    }

    /** What the handshake showed so far, or null when there was none. */
    public @Nullable TlsFacts facts() {
        return handshake.facts();
    }

    /** The name the client asked for, or null as long as none was seen. */
    public @Nullable UntrustedText serverName() {
        return handshake.serverName();
    }

    @Override
    public void data(Chunk chunk) {
        datagrams++;
        ByteReader in = chunk.reader();
        while (in.remaining() > HEADER) {
            int type = in.u8();
            int version = in.u16();
            int epoch = in.u16();
            in.skip(6);
            ByteReader record = in.slice(in.u16());
            if (version >> 8 != 0xFE || epoch != 0) {
                encrypts(chunk.sender());
                return;
            }
            read(chunk.sender(), type, record);
        }
    }

    /** Bytes of memory it takes. */
    public int held() {
        return Handshake.HELD + originated.held() + responded.held();
    }

    private void read(Party sender, int type, ByteReader record) {
        switch (type) {
            case HANDSHAKE -> (sender == Party.ORIGINATOR ? originated : responded).record(record);
            case ALERT -> {
                if (record.length() == CLEAR_ALERT) {
                    handshake.alert(sender, record.u8(), record.u8());
                }
            }
            case CHANGE_CIPHER_SPEC -> {
                handshake.changedKeys(sender);
                encrypts(sender);
            }
            default -> {
                // Data before the keys changed is none of DTLS.
            }
        }
    }

    private void encrypts(Party sender) {
        originatorEncrypts |= sender == Party.ORIGINATOR;
        responderEncrypts |= sender == Party.RESPONDER;
    }

    @Override
    public void gap(Party sender, long missing) {
        // Datagrams stand alone: one that is missing breaks none.
    }

    @Override
    public boolean wantsMore() {
        boolean over = originatorEncrypts && responderEncrypts || handshake.encryptsTheRest();
        return datagrams < MAX_DATAGRAMS && !over;
    }
}
