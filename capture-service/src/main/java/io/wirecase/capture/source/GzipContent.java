package io.wirecase.capture.source;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The content of a gzip file (RFC 1952), any number of members one after the other. The JDK inflates; its
 * GZIPInputStream is not used because it takes a broken second header for the end without a word and calls itself once
 * for each empty member, which a file of a million of them turns into a stack overflow.
 */
final class GzipContent implements Content {

    private static final int CHUNK = 64 * 1024;
    private static final int MAGIC = 0x1F8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final Content file;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int limit;
    private boolean inMember;
    private boolean first = true;
    private boolean ended;
    private @Nullable String fault;

    GzipContent(Content file) {
        this.file = file;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ended && (inMember || begin())) {
            int got = inflate(into, offset, length);
            if (got > 0) {
                checksum.update(into, offset, got);
                return got;
            }
            if (inflater.finished()) {
                finish();
            } else if (!ended && !feed()) {
                stop("the gzip data is cut");
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) {
        try {
            int got = inflater.inflate(into, offset, length);
            if (got == 0 && inflater.needsDictionary()) {
                stop("the gzip data asks for a dictionary, which gzip has not");
            }
            return got;
        } catch (DataFormatException broken) {
            stop("the gzip data is broken: " + broken.getMessage());
            return 0;
        }
    }

    /** Hands the next bytes of the file to the inflater. */
    private boolean feed() throws IOException {
        if (!more()) {
            return false;
        }
        inflater.setInput(chunk, at, limit - at);
        at = limit;
        return true;
    }

    /** Reads a member's header. Returns whether there is a member. */
    private boolean begin() throws IOException {
        int high = next();
        while (high == 0 && !first) {
            // Tapes and block devices pad with zeros.
            high = next();
        }
        if (high < 0) {
            ended = true;
            return false;
        }
        if ((high << 8 | next()) != MAGIC || next() != DEFLATE) {
            return stop(first ? "a gzip header that is none" : "what follows the gzip data is no gzip data");
        }
        first = false;
        int flags = next();
        boolean whole = (flags & RESERVED) == 0 && pass(6);
        whole = whole && ((flags & EXTRA) == 0 || extra());
        whole = whole && ((flags & NAME) == 0 || text());
        whole = whole && ((flags & COMMENT) == 0 || text());
        whole = whole && ((flags & HEADER_CRC) == 0 || pass(2));
        if (!whole) {
            return stop("a gzip header that is cut or broken");
        }
        inflater.reset();
        inflater.setInput(chunk, at, limit - at);
        at = limit;
        checksum.reset();
        inMember = true;
        return true;
    }

    /** Reads what follows a member's data: its checksum and its length. */
    private void finish() throws IOException {
        at = limit - inflater.getRemaining();
        inMember = false;
        long sum = u32();
        long length = u32();
        if (sum < 0 || length < 0) {
            stop("the gzip data is cut");
        } else if (sum != checksum.getValue() || length != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            stop("the gzip checksum does not fit what was read, some of which may be wrong");
        }
    }

    private boolean extra() throws IOException {
        int low = next();
        int high = next();
        return high >= 0 && pass(high << 8 | low);
    }

    private boolean text() throws IOException {
        int character = next();
        while (character > 0) {
            character = next();
        }
        return character == 0;
    }

    private boolean pass(int length) throws IOException {
        for (int i = 0; i < length; i++) {
            if (next() < 0) {
                return false;
            }
        }
        return true;
    }

    /** Four bytes, low first, or -1 when they are not there. */
    private long u32() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int next = next();
            if (next < 0) {
                return -1;
            }
            value |= (long) next << shift;
        }
        return value;
    }

    /** The next byte of the file, or -1 at its end. */
    private int next() throws IOException {
        return more() ? chunk[at++] & 0xFF : -1;
    }

    private boolean more() throws IOException {
        if (at == limit) {
            limit = Math.max(0, file.read(chunk, 0, chunk.length));
            at = 0;
        }
        return at < limit;
    }

    private boolean stop(String why) {
        ended = true;
        fault = why;
        return false;
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
        inflater.end();
        file.close();
    }
}
