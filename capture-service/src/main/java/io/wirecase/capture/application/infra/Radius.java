package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;

/** RADIUS (RFC 2865, RFC 2866, RFC 5176): what is asked and how it ends; names of users are not kept. */
final class Radius {

    private static final int HEADER = 20;
    private static final int USER_NAME = 1;
    private static final int ACCESS_SERVER = 32;
    private static final int EAP = 79;
    private static final int MAX_ATTRIBUTES = 64;

    private Radius() {}

    static Fit fit(Look look) {
        boolean sized = look.length() >= HEADER && look.u16(2) == look.length();
        boolean shape = sized && !name(look.u8(0)).isEmpty() && attributes(look);
        boolean port = look.port(1812) || look.port(1813) || look.port(1645) || look.port(1646) || look.port(3799);
        return Fit.likelyIf(shape).surerIf(port);
    }

    private static boolean attributes(Look look) {
        int at = HEADER;
        while (at < look.length()) {
            int length = look.u8(at + 1);
            if (length < 2) {
                return false;
            }
            at += length;
        }
        return at == look.length();
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        ByteReader in = datagram.reader();
        notes.request(name(in.u8()));
        in.skip(HEADER - 1);
        for (int i = 0; i < MAX_ATTRIBUTES && in.remaining() >= 2; i++) {
            int type = in.u8();
            ByteReader value = in.slice(Math.max(0, in.u8() - 2));
            switch (type) {
                case USER_NAME -> notes.present("user");
                case EAP -> notes.present("EAP");
                case ACCESS_SERVER -> notes.client(value.text(value.length()).raw());
                default -> {
                    // Others are secrets, or say nothing that is kept.
                }
            }
        }
    }

    private static String name(int code) {
        return switch (code) {
            case 1 -> "Access-Request";
            case 2 -> "Access-Accept";
            case 3 -> "Access-Reject";
            case 4 -> "Accounting-Request";
            case 5 -> "Accounting-Response";
            case 11 -> "Access-Challenge";
            case 12 -> "Status-Server";
            case 13 -> "Status-Client";
            case 40 -> "Disconnect-Request";
            case 41 -> "Disconnect-ACK";
            case 42 -> "Disconnect-NAK";
            case 43 -> "CoA-Request";
            case 44 -> "CoA-ACK";
            case 45 -> "CoA-NAK";
            default -> "";
        };
    }
}
