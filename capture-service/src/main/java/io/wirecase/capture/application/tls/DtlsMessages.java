package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Patchwork;
import io.wirecase.core.net.Party;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The handshake messages of one direction of DTLS (RFC 6347 section 4.2.2), put together from their fragments. */
final class DtlsMessages {

    /** The largest message kept; a chain of certificates has some 5 KiB. */
    private static final int MAX_MESSAGE = 16 * 1024;
    /** Messages being put together at once; a flight has six. */
    private static final int MAX_OPEN = 6;
    /** Message numbers looked at; a handshake with a cookie and client certificates has seven a side. */
    private static final int MAX_NUMBER = 32;

    private final Handshake handshake;
    private final Party side;
    private final Map<Integer, Patchwork> open = new HashMap<>();
    private final BitSet done = new BitSet();

    DtlsMessages(Handshake handshake, Party side) {
        this.handshake = handshake;
        this.side = side;
    }

    /** Reads a clear handshake record, which holds fragments of one or more messages. */
    void record(ByteReader in) {
        while (in.remaining() > 0) {
            int type = in.u8();
            int length = in.u24();
            int number = in.u16();
            int from = in.u24();
            int count = in.u24();
            if (in.overrun() || count == 0 && length > 0) {
                return;
            }
            fragment(type, length, number, from, in.slice(Math.min(count, in.remaining())));
        }
    }

    /** Bytes of memory they take. */
    int held() {
        int held = 0;
        for (Patchwork message : open.values()) {
            held += message.held();
        }
        return held;
    }

    private void fragment(int type, int length, int number, int from, ByteReader body) {
        if (number >= MAX_NUMBER || done.get(number) || length > MAX_MESSAGE || from > length) {
            return;
        }
        if (from == 0 && body.remaining() == length) {
            done.set(number);
            open.remove(number);
            handshake.message(side, type, body, length);
            return;
        }
        Patchwork message = open.get(number);
        if (message == null) {
            if (open.size() >= MAX_OPEN) {
                return;
            }
            message = new Patchwork(length);
            open.put(number, message);
        }
        message.put(from, body);
        if (message.full()) {
            done.set(number);
            open.remove(number);
        }
        boolean hello = type == Handshake.CLIENT_HELLO || type == Handshake.SERVER_HELLO;
        if (message.full() || hello && message.ready() > 0) {
            handshake.message(side, type, message.reader(), length);
        }
    }
}
