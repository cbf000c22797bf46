package io.wirecase.capture.application.directory;

import io.wirecase.capture.application.dialog.LoginNotes;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.stream.ByteReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages of Kerberos 5 (RFC 4120), over TCP and UDP alike: what is asked of the key distribution centre, for which
 * service, in which realm, with which encryption types, and which error it gives. Names of people are not kept.
 */
public final class KerberosMessage {

    private static final int AS_REQ = 10;
    private static final int AS_REP = 11;
    private static final int TGS_REQ = 12;
    private static final int ERROR = 30;
    private static final int MAX_TYPES = 16;

    private static final Map<Integer, String> NAMES = Map.of(
            AS_REQ,
            "AS-REQ",
            AS_REP,
            "AS-REP",
            TGS_REQ,
            "TGS-REQ",
            13,
            "TGS-REP",
            14,
            "AP-REQ",
            15,
            "AP-REP",
            20,
            "KRB-SAFE",
            21,
            "KRB-PRIV",
            22,
            "KRB-CRED",
            ERROR,
            "KRB-ERROR");

    private static final Map<Integer, String> ERRORS = Map.of(
            6,
            "KDC_ERR_C_PRINCIPAL_UNKNOWN",
            7,
            "KDC_ERR_S_PRINCIPAL_UNKNOWN",
            14,
            "KDC_ERR_ETYPE_NOSUPP",
            18,
            "KDC_ERR_CLIENT_REVOKED",
            23,
            "KDC_ERR_KEY_EXPIRED",
            24,
            "KDC_ERR_PREAUTH_FAILED",
            25,
            "KDC_ERR_PREAUTH_REQUIRED",
            37,
            "KRB_AP_ERR_SKEW",
            52,
            "KRB_ERR_RESPONSE_TOO_BIG",
            68,
            "KDC_ERR_WRONG_REALM");

    /** The errors that answer a login with no. */
    private static final Set<Integer> REFUSALS = Set.of(6, 18, 23, 24);

    private static final Map<Integer, String> TYPES = Map.of(
            1,
            "des-cbc-crc",
            2,
            "des-cbc-md4",
            3,
            "des-cbc-md5",
            16,
            "des3-cbc-sha1",
            17,
            "aes128-cts-hmac-sha1-96",
            18,
            "aes256-cts-hmac-sha1-96",
            19,
            "aes128-cts-hmac-sha256-128",
            20,
            "aes256-cts-hmac-sha384-192",
            23,
            "rc4-hmac",
            24,
            "rc4-hmac-exp");

    /** RFC 6649 and RFC 8429 deprecate these. */
    private static final Set<Integer> WEAK = Set.of(1, 2, 3, 16, 23, 24, -133, -128, -135);

    private KerberosMessage() {}

    /** Whether an application tag is one of a message. */
    static boolean tag(int tag) {
        return tag >= 0x60 && tag < 0x80 && NAMES.containsKey(tag & 0x1F);
    }

    /**
     * Reads one message and notes what it says.
     *
     * @param in the message from its application tag on
     * @param packet number of its packet
     * @return whether it is one
     */
    public static boolean read(ByteReader in, ServiceNotes service, LoginNotes login, long packet) {
        Der message = Der.next(in);
        if (message == null || !tag(message.tag())) {
            return false;
        }
        String name = NAMES.get(message.tag() & 0x1F);
        Der body = message.first();
        if (name == null || body == null || body.tag() != Der.SEQUENCE || !version(body)) {
            return false;
        }
        service.version("5");
        service.request(name);
        switch (message.tag() & 0x1F) {
            case AS_REQ -> {
                login.attempt(packet);
                login.user();
                asked(body, service);
            }
            case TGS_REQ -> asked(body, service);
            case AS_REP -> {
                answer(login, true);
                ticket(body, service);
            }
            case 13 -> ticket(body, service);
            case ERROR -> error(body, service, login);
            default -> {
                // The others are between a client and a service of its own.
            }
        }
        return true;
    }

    /** Version 5 stands first or, in requests to the centre, in the second place of the definition. */
    private static boolean version(Der body) {
        Der outer = body.first();
        boolean place = outer != null && (outer.tag() == Der.context(0) || outer.tag() == Der.context(1));
        Der number = outer == null || !place ? null : outer.first();
        return number != null && number.tag() == Der.INTEGER && number.number() == 5;
    }

    private static void asked(Der body, ServiceNotes service) {
        Der request = inside(body, 4);
        if (request == null) {
            return;
        }
        Der realm = inside(request, 2);
        service.detail("realm", realm == null ? "" : realm.text());
        service.detail("service", principal(inside(request, 3)));
        Der types = inside(request, 8);
        if (types != null) {
            List<String> all = new ArrayList<>();
            List<String> weak = new ArrayList<>();
            ByteReader in = types.content().copy();
            for (Der type = Der.next(in); type != null && all.size() < MAX_TYPES; type = Der.next(in)) {
                all.add(named(type.number()));
                if (WEAK.contains(type.number())) {
                    weak.add(named(type.number()));
                }
            }
            service.detail("encryption_asked", String.join(",", all));
            service.detail("weak_encryption_asked", String.join(",", weak));
        }
    }

    private static String named(int type) {
        return TYPES.getOrDefault(type, Integer.toString(type));
    }

    /** The encryption of the ticket, which is the service's secret, and of the answer, which is the client's. */
    private static void ticket(Der body, ServiceNotes service) {
        Der ticket = inside(body, 5);
        Der sealed = ticket == null ? null : ticket.first();
        Der part = sealed == null ? null : inside(sealed, 3);
        Der type = part == null ? null : inside(part, 0);
        if (type != null) {
            service.detail("ticket_encryption", named(type.number()));
        }
    }

    private static void error(Der body, ServiceNotes service, LoginNotes login) {
        Der code = inside(body, 6);
        Der realm = inside(body, 9);
        service.detail("realm", realm == null ? "" : realm.text());
        service.detail("service", principal(inside(body, 10)));
        if (code != null) {
            int number = code.number();
            String name = ERRORS.get(number);
            service.latest("error", name == null ? Integer.toString(number) : number + " " + name);
            if (REFUSALS.contains(number)) {
                answer(login, false);
            }
        }
    }

    private static void answer(LoginNotes login, boolean accepted) {
        if (login.pending()) {
            login.answer(accepted);
        }
    }

    /** What a field of a sequence holds. */
    private static @Nullable Der inside(Der sequence, int field) {
        Der found = sequence.find(Der.context(field));
        return found == null ? null : found.first();
    }

    /** A service's name: its parts joined by slashes. */
    private static String principal(@Nullable Der name) {
        Der parts = name == null ? null : inside(name, 1);
        if (parts == null) {
            return "";
        }
        List<String> texts = new ArrayList<>();
        ByteReader in = parts.content().copy();
        for (Der part = Der.next(in); part != null && texts.size() < 4; part = Der.next(in)) {
            texts.add(part.text());
        }
        return String.join("/", texts);
    }
}
