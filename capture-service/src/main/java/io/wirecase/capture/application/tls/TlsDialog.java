package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/** One TLS connection over a byte stream: its clear messages, whichever side each came from. */
public final class TlsDialog implements StreamDecoder {

    private final Handshake handshake;
    private final RecordReader originated;
    private final RecordReader responded;

    /**
     * Starts with nothing read.
     *
     * @param client who sends the ClientHello
     */
    public TlsDialog(Party client) {
        handshake = new Handshake(Fingerprints.TCP, client);
        originated = new RecordReader(handshake, Party.ORIGINATOR);
        responded = new RecordReader(handshake, Party.RESPONDER);
    }

    /** Whether a hello was seen, whole or in part. */
    public boolean seen() {
        originated.readUnfinished();
        responded.readUnfinished();
        return handshake.seen();
    }

    /** What the handshake showed so far, or null when there was none. */
    public @Nullable TlsFacts facts() {
        return seen() ? handshake.facts() : null;
    }

    /** The name the client asked for, or null as long as none was seen. */
    public @Nullable UntrustedText serverName() {
        return seen() ? handshake.serverName() : null;
    }

    @Override
    public void data(Chunk chunk) {
        reader(chunk.sender()).data(chunk);
    }

    @Override
    public void gap(Party sender, long missing) {
        reader(sender).gap();
    }

    /** Bytes of memory it takes. */
    public int held() {
        return Handshake.HELD + originated.held() + responded.held();
    }

    private RecordReader reader(Party sender) {
        return sender == Party.ORIGINATOR ? originated : responded;
    }

    @Override
    public boolean wantsMore() {
        return !originated.done() || !responded.done();
    }
}
