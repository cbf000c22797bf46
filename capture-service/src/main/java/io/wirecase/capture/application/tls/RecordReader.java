package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;

/**
 * Reads the records of one direction (RFC 8446 section 5.1) up to its first encrypted one and hands over handshake
 * messages, which may be spread over records and packets.
 */
final class RecordReader {

    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    /** Hellos with post-quantum keys have some 2 KiB; certificates are not waited for. */
    private static final int MAX_GATHERED = 64 * 1024;
    /** RFC 5246 section 6.2.3; SSL 2 hellos have no such header. */
    private static final int MAX_RECORD = 16_384 + 2_048;

    private final Hellos hellos;
    private final int wanted;
    private final Gathered header = new Gathered(HEADER);
    private final Gathered messages = new Gathered(MAX_GATHERED);
    private boolean started;
    private int type;
    private int left;
    private boolean done;

    /**
     * A reader of one direction.
     *
     * @param wanted the type of the message after which there is nothing more to learn
     */
    RecordReader(Hellos hellos, int wanted) {
        this.hellos = hellos;
        this.wanted = wanted;
    }

    boolean done() {
        return done;
    }

    /** There is no way to find the next record after bytes are missing; what was gathered is still read. */
    void gap() {
        finish();
    }

    void data(Chunk chunk) {
        int used = 0;
        if (!started && chunk.length() > 0) {
            started = true;
            oldHello(chunk);
        }
        while (used < chunk.length() && !done) {
            if (left == 0) {
                int its = Math.min(HEADER - header.length(), chunk.length() - used);
                header.add(chunk, used, its);
                used += its;
                if (header.length() == HEADER) {
                    begin(header.reader());
                    header.clear();
                }
            } else {
                int its = Math.min(left, chunk.length() - used);
                if (type == HANDSHAKE) {
                    messages.add(chunk, used, its);
                    read();
                }
                left -= its;
                used += its;
            }
        }
    }

    private void begin(ByteReader in) {
        type = in.u8();
        int version = in.u16();
        left = in.u16();
        boolean clear = type == HANDSHAKE || type == ALERT;
        if (!clear || version >> 8 != 3 || left == 0 || left > MAX_RECORD) {
            finish();
        }
    }

    private void read() {
        while (messages.length() >= MESSAGE_HEADER && !done) {
            ByteReader in = messages.reader();
            int message = in.u8();
            int length = in.u24();
            if (length > in.remaining()) {
                if (messages.full()) {
                    finish();
                }
                return;
            }
            hellos.message(message, in.slice(length), length, false);
            messages.drop(MESSAGE_HEADER + length);
            if (message == wanted) {
                done = true;
                messages.clear();
            }
        }
    }

    private void finish() {
        readUnfinished();
        done = true;
        messages.clear();
    }

    /** Reads what there is of an unfinished hello: its first fields may be there. The rest may still come. */
    void readUnfinished() {
        if (!done && messages.length() > MESSAGE_HEADER) {
            ByteReader in = messages.reader();
            int message = in.u8();
            int length = in.u24();
            hellos.message(message, in.slice(in.remaining()), length, false);
        }
    }

    private void oldHello(Chunk chunk) {
        if (chunk.length() >= 5 && (chunk.at(0) & 0x80) != 0 && chunk.at(2) == Hellos.CLIENT_HELLO) {
            hellos.oldHello(chunk.at(3) << 8 | chunk.at(4));
            done = true;
        }
    }
}
