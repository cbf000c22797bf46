package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;

/** Kerberos in datagrams (RFC 4120 section 7.2.1): messages that fill them, of version 5. */
final class KerberosDatagram {

    private static final int PORT = 88;
    private static final int FIRST_TAG = 0x6A;
    private static final int ERROR_TAG = 0x7E;

    private KerberosDatagram() {}

    static Fit fit(Look look) {
        int tag = look.u8(0);
        if (name(tag).isEmpty()) {
            return Fit.NO;
        }
        ByteReader all = look.reader();
        Ber message = Ber.next(all);
        Ber body = message == null ? null : Ber.next(message.value(), Ber.SEQUENCE);
        Ber first = body == null ? null : Ber.next(body.value());
        Ber version = first == null ? null : Ber.next(first.value(), Ber.INTEGER);
        boolean five = version != null && version.number() == 5 && all.remaining() == 0;
        return Fit.likelyIf(five).surerIf(look.port(PORT));
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        notes.version("5");
        notes.request(name(datagram.look().u8(0)));
    }

    private static String name(int tag) {
        return switch (tag) {
            case FIRST_TAG -> "AS-REQ";
            case 0x6B -> "AS-REP";
            case 0x6C -> "TGS-REQ";
            case 0x6D -> "TGS-REP";
            case 0x6E -> "AP-REQ";
            case 0x6F -> "AP-REP";
            case ERROR_TAG -> "KRB-ERROR";
            default -> "";
        };
    }
}
