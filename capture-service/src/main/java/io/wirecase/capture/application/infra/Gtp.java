package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;

/** GTP (3GPP TS 29.060, TS 29.274, TS 29.281): what sets up mobile data; its user plane where it was not unwrapped. */
final class Gtp {

    private static final int CONTROL_PORT = 2123;
    private static final int USER_PORT = 2152;
    private static final int CHARGING_PORT = 3386;

    private Gtp() {}

    static Fit fit(Look look) {
        boolean port = look.port(CONTROL_PORT) || look.port(USER_PORT) || look.port(CHARGING_PORT);
        int length = look.u16(2);
        boolean fits = switch (look.u8(0) >> 5) {
            case 0 -> look.port(CHARGING_PORT) && (length + 6 == look.length() || length + 20 == look.length());
            case 1 -> length + 8 == look.length();
            case 2 -> length + 4 == look.length();
            default -> false;
        };
        return Fit.sureIf(port && fits);
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        Look look = datagram.look();
        notes.version(Integer.toString(look.u8(0) >> 5));
        notes.request(name(look.u8(0) >> 5, look.u8(1)));
    }

    private static String name(int version, int type) {
        String common = switch (type) {
            case 1 -> "Echo Request";
            case 2 -> "Echo Response";
            default -> "message " + type;
        };
        if (version == 2) {
            return switch (type) {
                case 32 -> "Create Session Request";
                case 33 -> "Create Session Response";
                case 34 -> "Modify Bearer Request";
                case 35 -> "Modify Bearer Response";
                case 36 -> "Delete Session Request";
                case 37 -> "Delete Session Response";
                default -> common;
            };
        }
        return switch (type) {
            case 16 -> "Create PDP Context Request";
            case 17 -> "Create PDP Context Response";
            case 18 -> "Update PDP Context Request";
            case 19 -> "Update PDP Context Response";
            case 20 -> "Delete PDP Context Request";
            case 21 -> "Delete PDP Context Response";
            case 26 -> "Error Indication";
            case 254 -> "End Marker";
            case 255 -> "G-PDU";
            default -> common;
        };
    }
}
