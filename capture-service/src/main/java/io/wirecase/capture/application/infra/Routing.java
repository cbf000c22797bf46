package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.IpAddress;

/** How routers agree on who forwards: HSRP (RFC 2281) and RIP (RFC 1058, RFC 2453). */
final class Routing {

    private static final int HSRP_PORT = 1985;
    private static final int HSRP_6_PORT = 2029;
    private static final int HSRP_BYTES = 20;
    private static final int RIP_PORT = 520;
    private static final int RIP_ENTRY = 20;

    private Routing() {}

    static Fit hsrp(Look look) {
        boolean port = look.port(HSRP_PORT) || look.port(HSRP_6_PORT);
        boolean first = look.u8(0) == 0 && look.u8(1) <= 3 && look.length() >= HSRP_BYTES - 4;
        boolean second = look.u8(0) >= 1 && look.u8(0) <= 4 && look.u8(1) + 2 <= look.length();
        return Fit.sureIf(port && (first || second));
    }

    static void readHsrp(Datagram datagram, ServiceNotes notes) {
        Look look = datagram.look();
        notes.version(look.u8(0) == 0 ? "1" : "2");
        if (look.u8(0) == 0) {
            notes.request(
                    switch (look.u8(1)) {
                        case 0 -> "hello";
                        case 1 -> "coup";
                        case 2 -> "resign";
                        default -> "advertise";
                    });
        }
        if (look.u8(0) == 0 && look.length() >= HSRP_BYTES) {
            ByteReader in = datagram.reader();
            in.seek(16);
            notes.detail("virtual address", IpAddress.of(in.take(4)).toString());
        }
    }

    static Fit rip(Look look) {
        boolean head = (look.u8(0) == 1 || look.u8(0) == 2) && (look.u8(1) == 1 || look.u8(1) == 2);
        boolean entries = look.length() >= 4 + RIP_ENTRY && (look.length() - 4) % RIP_ENTRY == 0;
        return Fit.sureIf(look.port(RIP_PORT) && head && entries && look.u16(2) == 0);
    }

    static void readRip(Datagram datagram, ServiceNotes notes) {
        notes.version(Integer.toString(datagram.look().u8(1)));
        notes.request(datagram.look().u8(0) == 1 ? "request" : "response");
    }
}
