package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;

/** BACnet/IP (ANSI/ASHRAE 135, annex J): the services that buildings' controllers ask of each other. */
final class Bacnet {

    private static final int PORT = 47_808;
    private static final int VIRTUAL_LINK = 0x81;
    private static final int FORWARDED = 4;
    private static final int MAX_FUNCTION = 12;

    private Bacnet() {}

    static Fit fit(Look look) {
        boolean frame = look.u8(0) == VIRTUAL_LINK && look.u8(1) <= MAX_FUNCTION && look.u16(2) == look.length();
        boolean network = look.u8(look.u8(1) == FORWARDED ? 10 : 4) == 1;
        return Fit.likelyIf(frame && network).surerIf(frame && look.port(PORT));
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        ByteReader in = datagram.reader();
        in.skip(1);
        int function = in.u8();
        in.skip(function == FORWARDED ? 8 : 2);
        if (in.u8() != 1) {
            return;
        }
        int control = in.u8();
        address(in, (control & 0x20) != 0);
        address(in, (control & 0x08) != 0);
        if ((control & 0x20) != 0) {
            in.skip(1);
        }
        if ((control & 0x80) == 0 && !in.overrun()) {
            service(in, notes);
        }
    }

    private static void address(ByteReader in, boolean there) {
        if (there) {
            in.skip(2);
            in.skip(in.u8());
        }
    }

    /** The kind of message, and where it names one, the service. */
    private static void service(ByteReader in, ServiceNotes notes) {
        int kind = in.u8() >> 4;
        if (kind == 0) {
            in.skip(2);
        }
        int choice = kind == 1 ? in.u8() : -1;
        if (kind >= 2 && kind <= 5 || kind == 0) {
            in.skip(kind == 0 ? 0 : 1);
            choice = in.u8();
        }
        if (in.overrun()) {
            return;
        }
        notes.request(
                switch (kind) {
                    case 0 -> "confirmed " + confirmed(choice);
                    case 1 -> unconfirmed(choice);
                    case 2, 3 -> "acknowledged " + confirmed(choice);
                    case 5 -> "error";
                    case 6 -> "reject";
                    case 7 -> "abort";
                    default -> "other";
                });
    }

    private static String unconfirmed(int choice) {
        return switch (choice) {
            case 0 -> "i-am";
            case 1 -> "i-have";
            case 2 -> "cov-notification";
            case 3 -> "event-notification";
            case 4 -> "private-transfer";
            case 6 -> "time-synchronization";
            case 7 -> "who-has";
            case 8 -> "who-is";
            default -> "service " + choice;
        };
    }

    private static String confirmed(int choice) {
        return switch (choice) {
            case 5 -> "subscribe-cov";
            case 6 -> "atomic-read-file";
            case 7 -> "atomic-write-file";
            case 12 -> "read-property";
            case 14 -> "read-property-multiple";
            case 15 -> "write-property";
            case 16 -> "write-property-multiple";
            case 17 -> "device-communication-control";
            case 20 -> "reinitialize-device";
            default -> "service " + choice;
        };
    }
}
