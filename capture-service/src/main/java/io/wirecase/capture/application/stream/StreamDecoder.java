package io.wirecase.capture.application.stream;

import io.wirecase.core.net.Party;

/** Reads both directions of a byte stream. Bounded in memory; no bytes make it throw. */
public interface StreamDecoder {

    /** Takes the next bytes of one side. Keeps no reference to the chunk's array. */
    void data(Chunk chunk);

    /**
     * Says that bytes of one side are missing.
     *
     * @param sender who sent them
     * @param missing how many, 1 or more
     */
    void gap(Party sender, long missing);

    /** Whether more data can still change what it tells. */
    boolean wantsMore();
}
