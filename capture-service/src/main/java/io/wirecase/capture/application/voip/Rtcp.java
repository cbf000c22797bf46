package io.wirecase.capture.application.voip;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;

/** RTCP (RFC 3550 section 6): compound packets that fill the datagram, the first a report or a description. */
final class Rtcp {

    private static final int FIRST_TYPE = 200;
    private static final int LAST_TYPE = 207;
    /** What encryption adds at least (RFC 3711): an index and four bytes of authentication. */
    private static final int ENCRYPTION = 8;

    private static final int DESCRIPTION = 202;
    private static final int CANONICAL_NAME = 1;
    private static final int MAX_PARTS = 16;

    private Rtcp() {}

    static Fit fit(Look look) {
        int at = next(look, 0);
        if (at < 0) {
            return Fit.NO;
        }
        int first = at;
        while (at > 0 && at < look.length()) {
            at = next(look, at);
        }
        if (at == look.length()) {
            return Fit.LIKELY;
        }
        return first + ENCRYPTION <= look.length() ? Fit.POSSIBLE : Fit.NO;
    }

    /** Where the packet at an index ends, or -1 where there is none. */
    private static int next(Look look, int at) {
        int type = look.u8(at + 1);
        int words = look.u16(at + 2);
        boolean header = (look.u8(at) & 0xC0) == 0x80 && type >= FIRST_TYPE && type <= LAST_TYPE && words >= 1;
        return header ? at + 4 * (words + 1) : -1;
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        ByteReader in = datagram.reader();
        for (int i = 0; i < MAX_PARTS && in.remaining() >= 4; i++) {
            in.skip(1);
            int type = in.u8();
            if (type < FIRST_TYPE || type > LAST_TYPE) {
                return;
            }
            ByteReader part = in.slice(4 * in.u16());
            notes.request(name(type));
            if (type == DESCRIPTION) {
                part.skip(4);
                if (part.u8() == CANONICAL_NAME) {
                    notes.present("canonical name");
                }
            }
        }
    }

    private static String name(int type) {
        return switch (type) {
            case 200 -> "sender report";
            case 201 -> "receiver report";
            case 202 -> "source description";
            case 203 -> "goodbye";
            case 204 -> "application";
            case 205 -> "transport feedback";
            case 206 -> "payload feedback";
            default -> "extended report";
        };
    }
}
