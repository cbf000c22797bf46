package io.wirecase.capture.application.vpn;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.ServiceFacts;
import java.util.HexFormat;

/** IKE (RFC 7296) and ISAKMP (RFC 2408), behind four zero bytes where it shares a port with ESP (RFC 3948). */
final class Ike {

    private static final int PORT = 500;
    private static final int SHARED_PORT = 4500;
    private static final int HEADER = 28;
    private static final int MARKER = 4;
    private static final int VENDOR_1 = 13;
    private static final int VENDOR_2 = 43;
    private static final int ENCRYPTED_1 = 1;
    private static final int MAX_PAYLOADS = 32;
    private static final int MAX_VENDOR = 16;

    private Ike() {}

    static Fit fit(Look look) {
        boolean shared = look.port(SHARED_PORT) && look.u32(0) == 0;
        int at = shared ? MARKER : 0;
        int version = look.u8(at + 17) >> 4;
        if (version != 1 && version != 2 || look.length() < at + HEADER) {
            return Fit.NO;
        }
        boolean sized = look.u32(at + 24) == look.length() - (long) at && look.u32(at) != 0;
        boolean known = !name(version, look.u8(at + 18)).isEmpty();
        boolean port = look.port(PORT) || shared;
        return Fit.likelyIf(sized && (known || port) && (look.u8(at + 17) & 0x0F) == 0)
                .surerIf(port);
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        ByteReader in = datagram.reader();
        Look look = datagram.look();
        if (look.port(SHARED_PORT) && look.u32(0) == 0) {
            in.skip(MARKER);
        }
        in.skip(16);
        int payload = in.u8();
        int version = in.u8();
        int exchange = in.u8();
        int flags = in.u8();
        in.skip(8);
        notes.detail(ServiceFacts.ODD_HEADER, IkeHeader.odd(version >> 4, payload, exchange, flags));
        notes.version((version >> 4) + "." + (version & 0x0F));
        String name = name(version >> 4, exchange);
        notes.request(name.isEmpty() ? "exchange " + exchange : name);
        boolean clear = version >> 4 == 2 || (flags & ENCRYPTED_1) == 0;
        for (int i = 0; clear && i < MAX_PAYLOADS && payload != 0 && in.remaining() >= 4; i++) {
            int next = in.u8();
            in.skip(1);
            ByteReader body = in.slice(Math.max(0, in.u16() - 4));
            if (payload == (version >> 4 == 1 ? VENDOR_1 : VENDOR_2)) {
                notes.detail("vendor " + (i + 1), vendor(body));
            }
            payload = next;
        }
    }

    /** Some vendors write their names, most a hash of it. */
    private static String vendor(ByteReader body) {
        byte[] bytes = body.take(Math.min(body.length(), MAX_VENDOR));
        boolean text = bytes.length > 0;
        StringBuilder name = new StringBuilder();
        for (byte one : bytes) {
            text &= one >= ' ' && one < 0x7F;
            name.append((char) (one & 0xFF));
        }
        return text ? name.toString() : HexFormat.of().formatHex(bytes);
    }

    private static String name(int version, int exchange) {
        if (version == 1) {
            return switch (exchange) {
                case 1 -> "Base";
                case 2 -> "Identity Protection";
                case 3 -> "Authentication Only";
                case 4 -> "Aggressive";
                case 5 -> "Informational";
                case 6 -> "Transaction";
                case 32 -> "Quick Mode";
                case 33 -> "New Group Mode";
                default -> "";
            };
        }
        return switch (exchange) {
            case 34 -> "IKE_SA_INIT";
            case 35 -> "IKE_AUTH";
            case 36 -> "CREATE_CHILD_SA";
            case 37 -> "INFORMATIONAL";
            case 38 -> "IKE_SESSION_RESUME";
            case 43 -> "IKE_INTERMEDIATE";
            default -> "";
        };
    }
}
