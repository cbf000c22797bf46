package io.wirecase.capture.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose first bytes were read already, as if they were not. */
final class Rejoined extends FilterInputStream {

    private final byte[] head;
    private int given;

    Rejoined(byte[] head, InputStream rest) {
        super(rest);
        this.head = head;
    }

    @Override
    public int read() throws IOException {
        return given < head.length ? head[given++] & 0xFF : super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (given == head.length) {
            return super.read(into, offset, length);
        }
        int some = Math.min(length, head.length - given);
        System.arraycopy(head, given, into, offset, some);
        given += some;
        return some;
    }
}
