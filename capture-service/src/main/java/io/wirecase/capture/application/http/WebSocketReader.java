package io.wirecase.capture.application.http;

import io.wirecase.capture.application.stream.Chunk;
import java.util.function.Consumer;

/**
 * Takes the frames off what one side of a web socket sends (RFC 6455 section 5.2): what it carries comes out unmasked,
 * as the bytes of a stream. Control frames are left out; a message that is compressed (RFC 7692) or a frame no web
 * socket has ends it. Not thread-safe.
 */
final class WebSocketReader {

    private static final int RESERVED = 0x70;
    private static final int OPCODE = 0x0F;
    private static final int MOST_DATA = 2;
    private static final int LEAST_CONTROL = 8;
    private static final int MOST_CONTROL = 10;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7F;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MASK_BYTES = 4;

    private final Consumer<Chunk> carried;
    private final byte[] head = new byte[14];
    private int headBytes;
    private int maskAt;
    private long left;
    private long position;
    private boolean ended;

    /** A reader that hands on what is carried. */
    WebSocketReader(Consumer<Chunk> carried) {
        this.carried = carried;
    }

    /** Whether nothing more can be read. */
    boolean ended() {
        return ended;
    }

    /** Bytes are missing: where frames begin is no longer known. */
    void gap() {
        ended = true;
    }

    void data(Chunk chunk) {
        int at = 0;
        while (at < chunk.length() && !ended) {
            at = left > 0 ? payload(chunk, at) : head(chunk, at);
        }
    }

    private int head(Chunk chunk, int at) {
        head[headBytes++] = (byte) chunk.at(at);
        if (headBytes > 1 && headBytes == headLength()) {
            begin();
        }
        return at + 1;
    }

    private int headLength() {
        int length = head[1] & LENGTH;
        int more = length == LENGTH_16 ? Short.BYTES : length == LENGTH_64 ? Long.BYTES : 0;
        maskAt = (head[1] & MASKED) == 0 ? 0 : 2 + more;
        return 2 + more + (maskAt == 0 ? 0 : MASK_BYTES);
    }

    private void begin() {
        int opcode = head[0] & OPCODE;
        boolean known = opcode <= MOST_DATA || opcode >= LEAST_CONTROL && opcode <= MOST_CONTROL;
        int length = head[1] & LENGTH;
        int wide = length == LENGTH_16 ? Short.BYTES : length == LENGTH_64 ? Long.BYTES : 0;
        long value = wide == 0 ? length : 0;
        for (int i = 0; i < wide; i++) {
            value = value << Byte.SIZE | head[2 + i] & 0xFF;
        }
        ended = !known || value < 0 || (head[0] & RESERVED) != 0;
        left = value;
        position = 0;
        headBytes = 0;
    }

    private int payload(Chunk chunk, int at) {
        int its = (int) Math.min(left, chunk.length() - at);
        if ((head[0] & OPCODE) <= MOST_DATA) {
            carried.accept(unmasked(chunk, at, its));
        }
        left -= its;
        position += its;
        return at + its;
    }

    private Chunk unmasked(Chunk chunk, int at, int length) {
        byte[] bytes = new byte[length];
        chunk.copyTo(bytes, 0, at, length);
        for (int i = 0; maskAt > 0 && i < length; i++) {
            bytes[i] ^= head[maskAt + (int) (position + i & MASK_BYTES - 1)];
        }
        return new Chunk(chunk.sender(), bytes, 0, length, chunk.timeNanos(), chunk.packet());
    }
}
