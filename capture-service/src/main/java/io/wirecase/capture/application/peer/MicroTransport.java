package io.wirecase.capture.application.peer;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.NotedDecoder;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.core.net.Party;
import java.util.EnumMap;
import java.util.Map;

/**
 * uTP (BEP 29), which carries BitTorrent between peers. Its header is weak evidence, so the connection's number must
 * stay the same, one higher from its initiator than to it.
 */
final class MicroTransport extends NotedDecoder {

    private static final int HEADER = 20;
    private static final int LAST_TYPE = 4;
    private static final int LAST_EXTENSION = 2;
    private static final int SYN = 4;
    private static final int MAX_READ = 16;
    private static final String HANDSHAKE = "\u0013BitTorrent protocol";

    private int number;
    private boolean syn;
    private Party first = Party.ORIGINATOR;
    private final Map<Party, Long> clocks = new EnumMap<>(Party.class);

    MicroTransport() {
        super("BitTorrent", MAX_READ);
    }

    static Fit fit(Look look) {
        int type = look.u8(0) >> 4;
        boolean header = (look.u8(0) & 0x0F) == 1 && type <= LAST_TYPE && look.u8(1) <= LAST_EXTENSION;
        if (!header || look.length() < HEADER) {
            return Fit.NO;
        }
        if (look.has(HEADER, HANDSHAKE)) {
            return Fit.SURE;
        }
        boolean bare = type != SYN || look.u16(18) == 0 && look.u16(16) == 1;
        return bare && look.u32(4) != 0 && extensions(look) ? Fit.POSSIBLE : Fit.NO;
    }

    /** A list: the next one's type, a length, and so many bytes. */
    private static boolean extensions(Look look) {
        int at = HEADER;
        int next = look.u8(1);
        while (next > 0 && next <= LAST_EXTENSION && at < look.length()) {
            next = look.u8(at);
            at += 2 + Math.max(0, look.u8(at + 1));
        }
        return next == 0 && at <= look.length();
    }

    @Override
    public boolean read(Datagram datagram) {
        Look look = datagram.look();
        if (fit(look) == Fit.NO) {
            return seen() > 0 && HashTable.fit(look) != Fit.NO;
        }
        Long before = clocks.put(datagram.sender(), look.u32(4));
        if (before != null && !later(before, look.u32(4))) {
            return false;
        }
        if (seen() == 0) {
            number = look.u16(2);
            syn = look.u8(0) >> 4 == SYN;
            first = datagram.sender();
        } else if (!sameConnection(look.u16(2), datagram.sender())) {
            return false;
        }
        counted();
        notes.request(
                switch (look.u8(0) >> 4) {
                    case 0 -> "data";
                    case 1 -> "fin";
                    case 2 -> "state";
                    case 3 -> "reset";
                    default -> "syn";
                });
        return true;
    }

    /** The sender's clock in microseconds has gone on, by less than a minute; datagrams at one time are told apart. */
    private static boolean later(long before, long now) {
        long passed = now - before & 0xFFFFFFFFL;
        return passed > 0 && passed < 60_000_000L;
    }

    /** A SYN has the number that the other side will send; whoever sent it sends one higher from then on. */
    private boolean sameConnection(int its, Party sender) {
        int step = its - number & 0xFFFF;
        if (sender != first) {
            return syn ? step == 0 : step == 1 || step == 0xFFFF;
        }
        return step == 0 || syn && step == 1;
    }
}
