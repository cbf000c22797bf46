package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;

/** CoAP (RFC 7252): what is asked of small devices. */
final class Coap {

    private static final int PORT = 5683;
    private static final int HEADER = 4;
    private static final int MAX_TOKEN = 8;
    private static final int URI_PATH = 11;
    private static final int PAYLOAD = 0xFF;
    private static final int MAX_OPTIONS = 32;

    private Coap() {}

    static Fit fit(Look look) {
        int token = look.u8(0) & 0x0F;
        boolean header = (look.u8(0) & 0xC0) == 0x40 && token <= MAX_TOKEN && look.length() >= HEADER + token;
        return Fit.sureIf(header && look.port(PORT) && !name(look.u8(1)).isEmpty());
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        ByteReader in = datagram.reader();
        int token = in.u8() & 0x0F;
        int code = in.u8();
        notes.request(name(code));
        in.skip(2 + token);
        int option = 0;
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < MAX_OPTIONS && in.remaining() > 0 && in.peek(in.position()) != PAYLOAD; i++) {
            int both = in.u8();
            option += extended(both >> 4, in);
            ByteReader value = in.slice(extended(both & 0x0F, in));
            if (option == URI_PATH) {
                path.append('/').append(value.text(value.length()).raw());
            }
        }
        notes.detail("path", path.toString());
    }

    private static int extended(int nibble, ByteReader in) {
        return switch (nibble) {
            case 13 -> in.u8() + 13;
            case 14 -> in.u16() + 269;
            default -> nibble;
        };
    }

    private static String name(int code) {
        return switch (code) {
            case 0 -> "empty";
            case 1 -> "GET";
            case 2 -> "POST";
            case 3 -> "PUT";
            case 4 -> "DELETE";
            case 5 -> "FETCH";
            case 6 -> "PATCH";
            case 7 -> "iPATCH";
            default -> answer(code);
        };
    }

    private static String answer(int code) {
        int kind = code >> 5;
        return kind == 2 || kind == 4 || kind == 5 ? kind + "." + String.format("%02d", code & 0x1F) : "";
    }
}
