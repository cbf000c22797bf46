package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;

/** NTP (RFC 5905), its control messages (RFC 9327) and the private mode whose lists serve reflection attacks. */
final class Ntp {

    private static final int PORT = 123;
    private static final int FULL = 48;
    private static final int CONTROL = 6;
    private static final int CONTROL_HEADER = 12;
    private static final int PRIVATE = 7;
    private static final int PRIVATE_HEADER = 8;
    private static final int SERVER = 4;
    private static final int MONITOR_LIST = 20;
    private static final int MONITOR_LIST_1 = 42;

    private Ntp() {}

    static Fit fit(Look look) {
        int version = look.u8(0) >> 3 & 7;
        if (!look.port(PORT) || version < 1 || version > 4 || look.length() < PRIVATE_HEADER) {
            return Fit.NO;
        }
        return switch (look.u8(0) & 7) {
            case 0 -> Fit.sureIf(version == 1 && look.length() == FULL);
            case CONTROL -> Fit.sureIf(look.length() >= CONTROL_HEADER);
            case PRIVATE -> Fit.SURE;
            default -> Fit.sureIf(look.length() >= FULL);
        };
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        Look look = datagram.look();
        int mode = look.u8(0) & 7;
        notes.version(Integer.toString(look.u8(0) >> 3 & 7));
        notes.request(name(mode));
        if (mode == PRIVATE) {
            int request = look.u8(3);
            boolean list = request == MONITOR_LIST || request == MONITOR_LIST_1;
            notes.detail("private request", list ? "monlist" : Integer.toString(request));
        } else if (mode == CONTROL) {
            notes.detail("control operation", look.u8(1) & 0x1F);
        } else if (mode == SERVER) {
            notes.detail("stratum", look.u8(1));
        }
    }

    private static String name(int mode) {
        return switch (mode) {
            case 1 -> "symmetric active";
            case 2 -> "symmetric passive";
            case 3 -> "client";
            case SERVER -> "server";
            case 5 -> "broadcast";
            case CONTROL -> "control";
            case PRIVATE -> "private";
            default -> "reserved";
        };
    }
}
