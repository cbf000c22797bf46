package io.wirecase.capture.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes of a capture from first to last, expanded when the file holds them compressed. One reader at a time. */
interface Content extends Closeable {

    /**
     * Reads the next bytes.
     *
     * @return how many, at least 1; or -1 at the end, also when the rest cannot be had ({@link #fault()} then says why)
     * @throws IOException when the file itself cannot be read
     */
    int read(byte[] into, int offset, int length) throws IOException;

    /** Bytes taken from the file so far. */
    long taken();

    /** Why the content ended before its end, as a phrase for people, or null when it did not. */
    @Nullable
    String fault();
}
