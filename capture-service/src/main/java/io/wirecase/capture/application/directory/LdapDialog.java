package io.wirecase.capture.application.directory;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** LDAP (RFC 4511): operations, and how the client binds: a simple bind shows its password. */
public final class LdapDialog extends FramedDialog {

    private static final int MAX_KEPT = 2048;
    private static final int BIND = 0x60;
    private static final int BIND_RESPONSE = 0x61;
    private static final int UNBIND = 0x42;
    private static final int SEARCH = 0x63;
    private static final int EXTENDED = 0x77;
    private static final int EXTENDED_RESPONSE = 0x78;
    private static final int SIMPLE = 0x80;
    private static final int SASL_IN_PROGRESS = 14;
    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";

    private static final Map<Integer, String> REQUESTS = Map.of(
            BIND,
            "bind",
            UNBIND,
            "unbind",
            SEARCH,
            "search",
            0x66,
            "modify",
            0x68,
            "add",
            0x4A,
            "delete",
            0x6C,
            "modifyDN",
            0x6E,
            "compare",
            0x50,
            "abandon",
            EXTENDED,
            "extended");
    private static final Map<Integer, String> RESPONSES = Map.of(
            BIND_RESPONSE,
            "bindResponse",
            0x64,
            "searchResultEntry",
            0x65,
            "searchResultDone",
            0x67,
            "modifyResponse",
            0x69,
            "addResponse",
            0x6B,
            "deleteResponse",
            0x6D,
            "modifyDNResponse",
            0x6F,
            "compareResponse",
            0x73,
            "searchResultReference",
            EXTENDED_RESPONSE,
            "extendedResponse");

    /** How LDAP is told: by a sequence of a message's number and an operation. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "LDAP", b -> b == Der.SEQUENCE, LdapDialog::starts, (look, around) -> new LdapDialog(around));

    private boolean securing;

    private LdapDialog(Around around) {
        super("LDAP", MAX_KEPT, around);
    }

    private static Verdict starts(Look look) {
        if (look.length() < 2) {
            return Verdict.MORE;
        }
        int first = look.u8(1);
        int at = first < 0x80 ? 2 : 2 + (first & 0x7F);
        if (at > 6 || look.length() > at && look.u8(at) != Der.INTEGER) {
            return Verdict.NO;
        }
        int number = look.u8(at + 1);
        if (number > 4 || number == 0) {
            return Verdict.NO;
        }
        if (number < 0 || look.length() <= at + 2 + number) {
            return Verdict.MORE;
        }
        int operation = look.u8(at + 2 + number);
        return Verdict.of(REQUESTS.containsKey(operation) || RESPONSES.containsKey(operation));
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        return seen.peek(0) == Der.SEQUENCE ? Der.measure(seen) : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        Der message = Der.next(kept);
        ByteReader in = message == null ? null : message.content().copy();
        Der number = in == null ? null : Der.next(in);
        Der operation = number == null || number.tag() != Der.INTEGER || in == null ? null : Der.next(in);
        if (operation == null) {
            return;
        }
        String request = REQUESTS.get(operation.tag());
        if (request != null) {
            understood();
            service.request(request);
        } else if (RESPONSES.containsKey(operation.tag())) {
            understood();
        }
        switch (operation.tag()) {
            case BIND -> bind(operation, at.packet());
            case BIND_RESPONSE -> bound(result(operation));
            case SEARCH -> {
                Der base = operation.first();
                service.detail("search_base", base == null ? "" : base.text());
            }
            case EXTENDED -> {
                Der name = operation.first();
                securing = name != null && name.text().equals(START_TLS);
            }
            case EXTENDED_RESPONSE -> {
                if (securing && result(operation) == 0) {
                    handOver();
                }
            }
            default -> {
                // The others are about entries.
            }
        }
    }

    private void bind(Der operation, long packet) {
        ByteReader in = operation.content().copy();
        Der version = Der.next(in);
        Der name = Der.next(in);
        Der how = Der.next(in);
        if (version == null || name == null || how == null) {
            return;
        }
        service.version(Integer.toString(version.number()));
        boolean simple = how.tag() == SIMPLE;
        boolean anonymous = simple && how.content().length() == 0;
        login.attempt(packet);
        login.mechanism(simple ? anonymous ? "anonymous" : "simple" : mechanism(how));
        if (name.content().length() > 0) {
            login.user();
        }
        if (simple && !anonymous) {
            login.secret();
        }
    }

    private static String mechanism(Der how) {
        Der word = how.first();
        return word == null ? "SASL" : word.text();
    }

    private void bound(int code) {
        if (code != SASL_IN_PROGRESS && login.pending()) {
            login.answer(code == 0);
        }
    }

    /** The result code a response begins with. */
    private static int result(@Nullable Der response) {
        Der code = response == null ? null : response.first();
        return code == null || code.tag() != Der.ENUMERATED ? -1 : code.number();
    }
}
