package io.wirecase.capture.application.lookup;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.IpAddress;
import org.jspecify.annotations.Nullable;

/** The NetBIOS name service (RFC 1001, RFC 1002 section 4.2): who asks for which name, and who claims to have it. */
final class NetBiosNames {

    private static final int PORT = 137;
    private static final int ENCODED = 32;
    private static final int NAME_CHARS = 15;
    private static final int POINTER = 0xC0;
    private static final int TYPE_NAME = 0x20;
    private static final int TYPE_STATUS = 0x21;
    private static final int MAX_ADDRESSES = 8;
    private static final int MAX_NAMES = 16;
    private static final int REGISTRATION = 5;
    private static final int REFRESH = 8;

    private NetBiosNames() {}

    static Fit fit(Look look) {
        boolean counted = look.u16(4) == 1 || look.u16(6) == 1;
        boolean encoded = look.u8(12) == ENCODED && look.u8(13) >= 'A' && look.u8(13) <= 'P';
        return Fit.sureIf(look.port(PORT) && counted && encoded && operation(look.u16(2)) != null);
    }

    private static @Nullable String operation(int flags) {
        String kind = switch (flags >> 11 & 0xF) {
            case 0 -> "query";
            case REGISTRATION -> "registration";
            case 6 -> "release";
            case 7 -> "wait";
            case REFRESH, 9 -> "refresh";
            case 15 -> "multihomed registration";
            default -> null;
        };
        return kind == null || flags < 0x8000 ? kind : kind + " response";
    }

    static void read(Datagram datagram, ServiceNotes notes) {
        ByteReader in = datagram.reader();
        in.skip(2);
        int flags = in.u16();
        int questions = in.u16();
        int answers = in.u16();
        in.skip(4);
        String kind = operation(flags);
        if (kind == null) {
            return;
        }
        notes.request(kind);
        String name = "";
        if (questions == 1) {
            name = name(in);
            in.skip(4);
            notes.detail("name", name);
        }
        if (flags < 0x8000 && (flags >> 11 & 0xF) >= REGISTRATION) {
            notes.client(name);
        }
        if (flags >= 0x8000) {
            answer(in, answers, flags & 0xF, notes);
        }
    }

    private static void answer(ByteReader in, int answers, int code, ServiceNotes notes) {
        if (code != 0) {
            notes.detail("error", code);
        }
        if (answers != 1) {
            return;
        }
        notes.detail("name", name(in));
        int type = in.u16();
        in.skip(6);
        ByteReader data = in.slice(in.u16());
        if (type == TYPE_NAME) {
            addresses(data, notes);
        } else if (type == TYPE_STATUS) {
            names(data, notes);
        }
    }

    private static void addresses(ByteReader data, ServiceNotes notes) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < MAX_ADDRESSES && data.remaining() >= 6; i++) {
            data.skip(2);
            all.append(all.isEmpty() ? "" : " ").append(IpAddress.of(data.take(4)));
        }
        notes.detail("answer", all.toString());
    }

    private static void names(ByteReader data, ServiceNotes notes) {
        int count = Math.min(data.u8(), MAX_NAMES);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count && data.remaining() >= NAME_CHARS + 3; i++) {
            String text = data.text(NAME_CHARS).raw().stripTrailing();
            all.append(all.isEmpty() ? "" : " ").append(text).append(suffix(data.u8()));
            data.skip(2);
        }
        notes.detail("names", all.toString());
    }

    /** A name of one encoded label: each half byte as a letter from A, 15 characters padded by blanks and a kind. */
    private static String name(ByteReader in) {
        int length = in.u8();
        if ((length & POINTER) == POINTER) {
            in.skip(1);
            return "";
        }
        if (length != ENCODED) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        int kind = 0;
        for (int i = 0; i <= NAME_CHARS; i++) {
            kind = (in.u8() - 'A' & 0xF) << 4 | in.u8() - 'A' & 0xF;
            if (i < NAME_CHARS) {
                text.append((char) kind);
            }
        }
        scope(in);
        return in.overrun() ? "" : text.toString().stripTrailing() + suffix(kind);
    }

    /** Labels after the first are a scope, which is passed over. */
    private static void scope(ByteReader in) {
        int length = in.u8();
        while (length > 0 && !in.overrun()) {
            in.skip(length);
            length = in.u8();
        }
    }

    private static String suffix(int kind) {
        return String.format("<%02x>", kind);
    }
}
