package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;

/**
 * SNMP (RFC 1157, RFC 3416, RFC 3412): version, kinds of messages and errors. A community is as good as a password, so
 * only that there is one is kept.
 */
final class Snmp {

    private static final int PORT = 161;
    private static final int TRAP_PORT = 162;
    private static final int VERSION_3 = 3;
    private static final int FIRST_PDU = 0xA0;
    private static final int TRAP_1 = 0xA4;
    private static final int GET_BULK = 0xA5;
    private static final int LAST_PDU = 0xA8;

    private Snmp() {}

    static Fit fit(Look look) {
        if (look.u8(0) != Ber.SEQUENCE) {
            return Fit.NO;
        }
        ByteReader all = look.reader();
        Ber message = Ber.next(all);
        Ber version = message == null ? null : Ber.next(message.value(), Ber.INTEGER);
        Ber next = message == null || version == null ? null : Ber.next(message.value());
        if (message == null || version == null || next == null) {
            return cut(look);
        }
        boolean community = version.number() >= 0 && version.number() <= 2 && next.tag() == Ber.OCTETS;
        boolean three = version.number() == VERSION_3 && next.tag() == Ber.SEQUENCE;
        int pdu = message.value().peek(message.value().position());
        boolean known = three || community && pdu >= FIRST_PDU && pdu <= LAST_PDU;
        return Fit.likelyIf(known && all.remaining() == 0).surerIf(known && port(look));
    }

    /** A message that the capture cut short is still told by how it begins, on its port. */
    private static Fit cut(Look look) {
        int at = look.u8(1) < 0x80 ? 2 : 2 + (look.u8(1) & 0x7F);
        boolean begins = look.u8(at) == Ber.INTEGER && look.u8(at + 1) == 1 && look.u8(at + 2) <= VERSION_3;
        return Fit.sureIf(port(look) && begins);
    }

    private static boolean port(Look look) {
        return look.port(PORT) || look.port(TRAP_PORT);
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        Ber message = Ber.next(datagram.reader(), Ber.SEQUENCE);
        Ber version = message == null ? null : Ber.next(message.value(), Ber.INTEGER);
        if (version == null || message == null) {
            return;
        }
        if (version.number() == VERSION_3) {
            notes.version("3");
            three(message.value(), notes);
            return;
        }
        notes.version(version.number() == 1 ? "2c" : Long.toString(version.number() + 1));
        Ber community = Ber.next(message.value(), Ber.OCTETS);
        if (community != null && community.value().length() > 0) {
            notes.present("community");
        }
        Ber pdu = Ber.next(message.value());
        if (pdu != null) {
            pdu(pdu, notes);
        }
    }

    private static void pdu(Ber pdu, ServiceNotes notes) {
        notes.request(name(pdu.tag()));
        if (pdu.tag() == TRAP_1 || pdu.tag() == GET_BULK) {
            return;
        }
        Ber.next(pdu.value(), Ber.INTEGER);
        Ber error = Ber.next(pdu.value(), Ber.INTEGER);
        if (error != null && error.number() > 0) {
            notes.detail("error", error.number());
        }
    }

    /** RFC 3412 section 6: the flags say whether a user proves himself and whether what follows is encrypted. */
    private static void three(ByteReader in, ServiceNotes notes) {
        Ber header = Ber.next(in, Ber.SEQUENCE);
        if (header == null) {
            return;
        }
        Ber.next(header.value());
        Ber.next(header.value());
        Ber flags = Ber.next(header.value(), Ber.OCTETS);
        int bits = flags == null ? 0 : flags.value().u8();
        notes.detail("security", (bits & 2) != 0 ? "encrypted" : (bits & 1) != 0 ? "authenticated" : "none");
        Ber security = Ber.next(in, Ber.OCTETS);
        Ber user = security == null ? null : Ber.next(security.value(), Ber.SEQUENCE);
        for (int i = 0; user != null && i < 3; i++) {
            Ber.next(user.value());
        }
        Ber name = user == null ? null : Ber.next(user.value(), Ber.OCTETS);
        if (name != null && name.value().length() > 0) {
            notes.present("user");
        }
        Ber scoped = (bits & 2) != 0 ? null : Ber.next(in, Ber.SEQUENCE);
        if (scoped != null) {
            Ber.next(scoped.value());
            Ber.next(scoped.value());
            Ber pdu = Ber.next(scoped.value());
            if (pdu != null) {
                pdu(pdu, notes);
            }
        }
    }

    private static String name(int tag) {
        return switch (tag) {
            case 0xA0 -> "get";
            case 0xA1 -> "get-next";
            case 0xA2 -> "response";
            case 0xA3 -> "set";
            case TRAP_1, 0xA7 -> "trap";
            case GET_BULK -> "get-bulk";
            case 0xA6 -> "inform";
            case LAST_PDU -> "report";
            default -> "other";
        };
    }
}
