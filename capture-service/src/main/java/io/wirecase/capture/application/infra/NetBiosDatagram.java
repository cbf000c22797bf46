package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;

/** The NetBIOS datagram service (RFC 1002 section 4.4): which host sends to which name. */
final class NetBiosDatagram {

    private static final int PORT = 138;
    private static final int HEADER = 14;
    private static final int ENCODED = 32;
    private static final int NAME_CHARS = 15;

    private NetBiosDatagram() {}

    static Fit fit(Look look) {
        boolean type = look.u8(0) >= 0x10 && look.u8(0) <= 0x16;
        return Fit.sureIf(type && look.port(PORT) && look.length() > HEADER);
    }

    /** Datagrams that carry SMB's older version, as browsers of networks send them. */
    static Fit smb(Look look) {
        return Fit.sureIf(fit(look) == Fit.SURE && look.holds("\u00ffsmb", 250));
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        ByteReader in = datagram.reader();
        notes.request(name(in.u8()));
        in.skip(HEADER - 1);
        notes.client(name(in));
        notes.detail("to", name(in));
    }

    private static String name(int type) {
        return switch (type) {
            case 0x10 -> "direct unique";
            case 0x11 -> "direct group";
            case 0x12 -> "broadcast";
            case 0x13 -> "error";
            default -> "query";
        };
    }

    private static String name(ByteReader in) {
        if (in.u8() != ENCODED) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= NAME_CHARS; i++) {
            int one = (in.u8() - 'A' & 0xF) << 4 | in.u8() - 'A' & 0xF;
            if (i < NAME_CHARS) {
                text.append((char) one);
            }
        }
        in.skip(1);
        return in.overrun() ? "" : text.toString().stripTrailing();
    }
}
