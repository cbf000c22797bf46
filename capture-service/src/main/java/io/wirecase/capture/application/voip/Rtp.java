package io.wirecase.capture.application.voip;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.NotedDecoder;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.core.net.Party;
import java.util.EnumMap;
import java.util.Map;

/**
 * RTP (RFC 3550 section 5). Its header has no mark of its own, so it is told by what stays the same from one datagram
 * to the next: the source, and a sequence number that goes on.
 */
final class Rtp extends NotedDecoder {

    private static final int HEADER = 12;
    private static final int MAX_READ = 16;
    /** Datagrams that may be lost or overtaken between two that are seen. */
    private static final int MAX_STEP = 64;

    private static final int FIRST_DYNAMIC = 96;
    private static final int LAST_STATIC = 34;

    private final Map<Party, Last> last = new EnumMap<>(Party.class);

    private record Last(int sequence, long source) {}

    Rtp() {
        super("RTP", MAX_READ);
    }

    static Fit fit(Look look) {
        int first = look.u8(0);
        int type = look.u8(1) & 0x7F;
        if ((first & 0xC0) != 0x80 || look.length() < HEADER || type > LAST_STATIC && type < FIRST_DYNAMIC) {
            return Fit.NO;
        }
        int header = HEADER + 4 * (first & 0x0F);
        if ((first & 0x10) != 0) {
            header += 4 + 4 * Math.max(0, look.u16(header + 2));
        }
        return header <= look.length() ? Fit.POSSIBLE : Fit.NO;
    }

    @Override
    public boolean read(Datagram datagram) {
        Look look = datagram.look();
        if (fit(look) == Fit.NO) {
            return seen() > 0 && Rtcp.fit(look) != Fit.NO;
        }
        Last now = new Last(look.u16(2), look.u32(8));
        Last before = last.put(datagram.sender(), now);
        if (before != null && !follows(before, now)) {
            last.put(datagram.sender(), before);
            return false;
        }
        counted();
        notes.request(payload(look.u8(1) & 0x7F));
        notes.detail(
                datagram.sender() == Party.ORIGINATOR ? "originator's source" : "responder's source",
                String.format("%08x", now.source()));
        return true;
    }

    private static boolean follows(Last before, Last now) {
        int step = now.sequence() - before.sequence() & 0xFFFF;
        boolean near = step > 0 && step <= MAX_STEP || step >= 0x10000 - MAX_STEP;
        return now.source() == before.source() && near;
    }

    /** The static payload types (RFC 3551 section 6); others are agreed on elsewhere. */
    private static String payload(int type) {
        return switch (type) {
            case 0 -> "PCMU";
            case 3 -> "GSM";
            case 4 -> "G723";
            case 8 -> "PCMA";
            case 9 -> "G722";
            case 10, 11 -> "L16";
            case 13, 19 -> "comfort noise";
            case 14 -> "MPA";
            case 18 -> "G729";
            case 26 -> "JPEG";
            case 31 -> "H261";
            case 32 -> "MPV";
            case 33 -> "MP2T";
            case 34 -> "H263";
            default -> "payload type " + type;
        };
    }
}
