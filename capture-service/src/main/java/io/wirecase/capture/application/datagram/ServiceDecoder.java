package io.wirecase.capture.application.datagram;

import io.wirecase.capture.application.dialog.ServiceNotes;
import java.util.List;

/** Reads a protocol whose messages stand alone and whose facts fit the general shape. */
public final class ServiceDecoder extends NotedDecoder {

    /** Datagrams read of a flow; what matters of such a protocol is said early, or again and again. */
    private static final int MAX_READ = 64;

    /** Notes what a datagram says, which the recogniser has found to be of the protocol. */
    @FunctionalInterface
    public interface Reader {

        /** Notes it; may be given anything that the recogniser lets pass, in any order. */
        void read(Datagram datagram, ServiceNotes notes);
    }

    private final DatagramProtocol.Recogniser recogniser;
    private final Reader reader;

    ServiceDecoder(List<String> stack, DatagramProtocol.Recogniser recogniser, Reader reader) {
        super(stack, MAX_READ);
        this.recogniser = recogniser;
        this.reader = reader;
    }

    @Override
    public boolean read(Datagram datagram) {
        if (recogniser.fit(datagram.look()) == Fit.NO) {
            return false;
        }
        counted();
        reader.read(datagram, notes);
        return true;
    }
}
