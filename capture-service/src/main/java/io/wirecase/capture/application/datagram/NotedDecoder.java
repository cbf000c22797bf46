package io.wirecase.capture.application.datagram;

import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.core.fact.Facts;
import java.util.List;

/** Reads a protocol whose facts fit the general shape, up to so many datagrams. */
public abstract class NotedDecoder implements DatagramDecoder {

    private final List<String> stack;
    private final int most;
    private int seen;

    /** What its ends said of themselves. */
    protected final ServiceNotes notes;

    /**
     * Has read nothing.
     *
     * @param stack the names its flows go by, from the carrier inwards
     * @param most datagrams of the protocol after which nothing new is expected
     */
    protected NotedDecoder(List<String> stack, int most) {
        this.stack = List.copyOf(stack);
        this.most = most;
        this.notes = new ServiceNotes(stack.getFirst());
    }

    /** Has read nothing of a protocol that carries no other. */
    protected NotedDecoder(String name, int most) {
        this(List.of(name), most);
    }

    /** Says that a datagram is of the protocol. */
    protected final void counted() {
        seen++;
    }

    /** How many datagrams were. */
    protected final int seen() {
        return seen;
    }

    @Override
    public final List<String> stack() {
        return stack;
    }

    @Override
    public final boolean wantsMore() {
        return seen < most;
    }

    @Override
    public void tell(Facts.Draft facts) {
        notes.tell(facts);
    }
}
