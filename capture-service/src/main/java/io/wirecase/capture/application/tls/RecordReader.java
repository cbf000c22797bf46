package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;
import io.wirecase.core.net.Party;

/**
 * Reads the records of one direction (RFC 8446 section 5.1) up to its first encrypted one and hands over handshake
 * messages, which may be spread over records and packets.
 */
final class RecordReader {

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    /** Hellos with post-quantum keys have some 2 KiB, chains of certificates 3 to 8. */
    private static final int MAX_GATHERED = 64 * 1024;
    /** RFC 5246 section 6.2.3; SSL 2 hellos have no such header. */
    private static final int MAX_RECORD = 16_384 + 2_048;

    private static final int CLEAR_ALERT = 2;

    private final Handshake handshake;
    private final Party side;
    private final Gathered header = new Gathered(HEADER);
    private final Gathered messages = new Gathered(MAX_GATHERED);
    private final Gathered alert = new Gathered(CLEAR_ALERT);
    private boolean started;
    private int type;
    private int left;
    private boolean done;

    /** A reader of one direction. */
    RecordReader(Handshake handshake, Party side) {
        this.handshake = handshake;
        this.side = side;
    }

    /** Whether nothing in clear can follow. */
    boolean done() {
        return done || handshake.encryptsTheRest();
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
                    header.drop(HEADER);
                }
            } else {
                int its = Math.min(left, chunk.length() - used);
                content(chunk, used, its);
                left -= its;
                used += its;
            }
        }
        if (done()) {
            release();
        }
    }

    private void begin(ByteReader in) {
        type = in.u8();
        int version = in.u16();
        left = in.u16();
        boolean clear = type == HANDSHAKE || type == ALERT && left == CLEAR_ALERT;
        if (type == CHANGE_CIPHER_SPEC && version >> 8 == 3 && left == 1) {
            handshake.changedKeys(side);
        }
        if (!clear || version >> 8 != 3 || left == 0 || left > MAX_RECORD) {
            finish();
        }
    }

    private void content(Chunk chunk, int from, int count) {
        if (type == HANDSHAKE) {
            messages.add(chunk, from, count);
            read();
            return;
        }
        alert.add(chunk, from, count);
        if (alert.full()) {
            handshake.alert(side, alert.at(0), alert.at(1));
            alert.clear();
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
            handshake.message(side, message, in.slice(length), length);
            messages.drop(MESSAGE_HEADER + length);
        }
    }

    /** Bytes of memory it takes. */
    int held() {
        return messages.held() + header.held() + alert.held();
    }

    private void finish() {
        readUnfinished();
        done = true;
        release();
    }

    private void release() {
        messages.clear();
        header.clear();
    }

    /** Reads what there is of an unfinished message: its first fields may be there. The rest may still come. */
    void readUnfinished() {
        if (!done && messages.length() > MESSAGE_HEADER) {
            ByteReader in = messages.reader();
            int message = in.u8();
            int length = in.u24();
            handshake.message(side, message, in.slice(in.remaining()), length);
        }
    }

    private void oldHello(Chunk chunk) {
        if (chunk.length() >= 5 && (chunk.at(0) & 0x80) != 0 && chunk.at(2) == Handshake.CLIENT_HELLO) {
            handshake.oldHello(chunk.at(3) << 8 | chunk.at(4));
            done = true;
        }
    }
}
