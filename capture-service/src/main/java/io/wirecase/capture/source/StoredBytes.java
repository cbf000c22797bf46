package io.wirecase.capture.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A file's bytes as they are. */
final class StoredBytes implements Content {

    private final InputStream in;
    private long taken;

    StoredBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = in.read(into, offset, length);
        taken += Math.max(0, got);
        return got;
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public @Nullable String fault() {
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
