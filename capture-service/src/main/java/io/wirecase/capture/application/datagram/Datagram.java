package io.wirecase.capture.application.datagram;

import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.net.Party;

/**
 * One datagram as a protocol sees it.
 *
 * @param chunk its bytes with sender and time, as far as they were captured
 * @param look at the same bytes, with both ports
 */
public record Datagram(Chunk chunk, Look look) {

    private static final ByteReader NONE = new ByteReader(new byte[0], 0, 0);

    /**
     * A datagram.
     *
     * @param chunk its bytes
     * @param port the sender's port, 0 without one
     * @param otherPort the other side's, 0 without one
     */
    public static Datagram of(Chunk chunk, int port, int otherPort) {
        return new Datagram(chunk, new Look(chunk.sender(), chunk.reader(), NONE, port, otherPort));
    }

    /** Who sent it. */
    public Party sender() {
        return chunk.sender();
    }

    /** A reader over all of it. */
    public ByteReader reader() {
        return chunk.reader();
    }
}
