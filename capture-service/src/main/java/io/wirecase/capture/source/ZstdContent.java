package io.wirecase.capture.source;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The content of a zstd file (RFC 8878), any number of frames one after the other. */
final class ZstdContent implements Content {

    /** Base-two logarithm of the largest window: what the zstd command takes too. It bounds the decoder's memory. */
    private static final int LARGEST_WINDOW = 27;

    private final Content file;
    private final ZstdInputStreamNoFinalizer frames;
    private @Nullable String fault;

    /**
     * A reader of frames.
     *
     * @throws IOException when the decoder has no memory
     * @throws LinkageError when the decoder's library cannot be loaded on this machine
     */
    ZstdContent(Content file) throws IOException {
        this.file = file;
        this.frames = new ZstdInputStreamNoFinalizer(new Stored(file));
        frames.setLongMax(LARGEST_WINDOW);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (fault != null) {
            return -1;
        }
        try {
            int got = frames.read(into, offset, length);
            while (got == 0) {
                got = frames.read(into, offset, length);
            }
            return got;
        } catch (ZstdIOException broken) {
            fault = "the zstd data is cut or broken: " + broken.getMessage();
            return -1;
        }
    }

    @Override
    public long taken() {
        return file.taken();
    }

    @Override
    public @Nullable String fault() {
        return fault;
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }

    /** The file as the decoder wants it. */
    private static final class Stored extends InputStream {

        private final Content file;
        private final byte[] one = new byte[1];

        Stored(Content file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return file.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return file.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
