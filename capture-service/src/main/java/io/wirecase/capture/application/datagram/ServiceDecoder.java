package io.wirecase.capture.application.datagram;

import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.core.flow.Facts;
import java.util.List;

/** Reads a protocol whose messages stand alone and whose facts fit the general shape. */
public final class ServiceDecoder implements DatagramDecoder {

    /** Datagrams read of a flow; what matters of such a protocol is said early, or again and again. */
    private static final int MAX_READ = 64;

    /** Notes what a datagram says, which the recogniser has found to be of the protocol. */
    @FunctionalInterface
    public interface Reader {

        /** Notes it; may be given anything that the recogniser lets pass, in any order. */
        void read(Datagram datagram, ServiceNotes notes);
    }

    private final List<String> stack;
    private final DatagramProtocol.Recogniser recogniser;
    private final Reader reader;
    private final ServiceNotes notes;
    private int read;

    ServiceDecoder(List<String> stack, DatagramProtocol.Recogniser recogniser, Reader reader) {
        this.stack = List.copyOf(stack);
        this.recogniser = recogniser;
        this.reader = reader;
        this.notes = new ServiceNotes(stack.getFirst());
    }

    @Override
    public boolean read(Datagram datagram) {
        if (recogniser.fit(datagram.look()) == Fit.NO) {
            return false;
        }
        read++;
        reader.read(datagram, notes);
        return true;
    }

    @Override
    public List<String> stack() {
        return stack;
    }

    @Override
    public boolean wantsMore() {
        return read < MAX_READ;
    }

    @Override
    public void tell(Facts.Draft facts) {
        notes.tell(facts);
    }
}
