package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.flow.Party;
import io.wirecase.core.flow.TlsFacts;
import org.jspecify.annotations.Nullable;

/** One TLS connection over a byte stream: its hellos, whichever side each came from. */
public final class TlsDialog implements StreamDecoder {

    private final Party client;
    private final Hellos hellos = new Hellos();
    private final RecordReader fromClient = new RecordReader(hellos, Hellos.CLIENT_HELLO);
    private final RecordReader fromServer = new RecordReader(hellos, Hellos.SERVER_HELLO);

    /**
     * Starts with nothing read.
     *
     * @param client who sends the ClientHello
     */
    public TlsDialog(Party client) {
        this.client = client;
    }

    /** Whether a hello was seen, whole or in part. */
    public boolean seen() {
        fromClient.readUnfinished();
        fromServer.readUnfinished();
        return hellos.seen();
    }

    /** What the hellos showed so far, or null when there was none. */
    public @Nullable TlsFacts facts() {
        fromClient.readUnfinished();
        fromServer.readUnfinished();
        return hellos.facts();
    }

    @Override
    public void data(Chunk chunk) {
        reader(chunk.sender()).data(chunk);
    }

    @Override
    public void gap(Party sender, long missing) {
        reader(sender).gap();
    }

    private RecordReader reader(Party sender) {
        return sender == client ? fromClient : fromServer;
    }

    @Override
    public boolean wantsMore() {
        return !fromClient.done() || !fromServer.done();
    }
}
