package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import org.jspecify.annotations.Nullable;

/** LDAP in datagrams (RFC 1798, RFC 4511), by which hosts find their domain, and which serves reflection attacks. */
final class Cldap {

    private static final int PORT = 389;

    private Cldap() {}

    static Fit fit(Look look) {
        Ber operation = look.u8(0) == Ber.SEQUENCE && look.port(PORT) ? operation(look.reader()) : null;
        return Fit.sureIf(operation != null && !name(operation.tag()).isEmpty());
    }

    private static @Nullable Ber operation(ByteReader in) {
        Ber message = Ber.next(in, Ber.SEQUENCE);
        Ber id = message == null ? null : Ber.next(message.value(), Ber.INTEGER);
        return id == null || message == null ? null : Ber.next(message.value());
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        Ber operation = operation(datagram.reader());
        if (operation != null) {
            notes.request(name(operation.tag()));
        }
    }

    private static String name(int tag) {
        return switch (tag) {
            case 0x60 -> "bindRequest";
            case 0x61 -> "bindResponse";
            case 0x42 -> "unbindRequest";
            case 0x63 -> "searchRequest";
            case 0x64 -> "searchResEntry";
            case 0x65 -> "searchResDone";
            case 0x50 -> "abandonRequest";
            default -> "";
        };
    }
}
