package io.wirecase.capture.application.vpn;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;

/** WireGuard (Donenfeld, NDSS 2017, section 5.4): a type, three zero bytes, and the length that each type has. */
final class WireGuard {

    private static final int PORT = 51_820;
    private static final int TAILSCALE_PORT = 41_641;
    private static final int INITIATION_BYTES = 148;
    private static final int RESPONSE_BYTES = 92;
    private static final int COOKIE_BYTES = 64;
    private static final int SMALLEST_DATA = 32;
    private static final int COUNTER_AT = 8;

    private WireGuard() {}

    static Fit fit(Look look) {
        if (look.u8(0) < 1 || look.u8(0) > 4 || look.u24(1) != 0) {
            return Fit.NO;
        }
        Fit shape = switch (look.u8(0)) {
            case 1 -> Fit.sureIf(look.length() == INITIATION_BYTES);
            case 2 -> Fit.sureIf(look.length() == RESPONSE_BYTES);
            case 3 -> Fit.likelyIf(look.length() == COOKIE_BYTES);
            default -> data(look);
        };
        return shape.surerIf(look.port(PORT));
    }

    /** Padded to 16 bytes; the counter begins at 0 and would take centuries to fill its upper half. */
    private static Fit data(Look look) {
        boolean padded = look.length() >= SMALLEST_DATA && look.length() % 16 == 0;
        return padded && look.u32(COUNTER_AT + 4) == 0 ? Fit.POSSIBLE : Fit.NO;
    }

    /** The same tunnels on the port of a service that sets them up, or its own messages that find a path (disco). */
    static Fit tailscale(Look look) {
        boolean disco = look.starts("TS\u00f0\u009f\u0092\u00ac");
        return Fit.sureIf(disco || look.port(TAILSCALE_PORT) && fit(look) != Fit.NO);
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        notes.request(
                switch (datagram.look().u8(0)) {
                    case 1 -> "handshake initiation";
                    case 2 -> "handshake response";
                    case 3 -> "cookie reply";
                    case 'T' -> "disco";
                    default -> "data";
                });
    }
}
