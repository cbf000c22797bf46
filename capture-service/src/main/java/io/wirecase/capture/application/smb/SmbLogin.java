package io.wirecase.capture.application.smb;

import io.wirecase.capture.application.dialog.LoginNotes;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.stream.ByteReader;

/**
 * How sessions are set up: the security blobs of both sides are searched for NTLM ([MS-NLMP]) and Kerberos tokens
 * (RFC 4121), whatever they are wrapped in. Whether a name is in them is kept, not the name.
 */
final class SmbLogin {

    private static final String NTLM = "NTLMSSP\0";
    /** The object identifier of Kerberos and the mark of a request to a service. */
    private static final String KERBEROS = "\u002a\u0086\u0048\u0086\u00f7\u0012\u0001\u0002\u0002\u0001\u0000";

    private static final int CHALLENGE = 2;
    private static final int AUTHENTICATE = 3;
    private static final long VERSION_GIVEN = 0x0200_0000L;
    private static final long MORE_PROCESSING = 0xC000_0016L;

    private final LoginNotes login;
    private final ServiceNotes service;

    SmbLogin(LoginNotes login, ServiceNotes service) {
        this.login = login;
        this.service = service;
    }

    /** A request to set up a session. */
    void request(ByteReader message, long packet) {
        int ntlm = find(message, NTLM);
        if (ntlm >= 0) {
            attempt("NTLM", packet);
            if (type(message, ntlm) == AUTHENTICATE && u16le(message, ntlm + 36) > 0) {
                login.user();
            }
        } else if (find(message, KERBEROS) >= 0) {
            attempt("Kerberos", packet);
        }
    }

    /** A request of the old form, with a name and answers of the password's length. */
    void old(boolean user, boolean clear, long packet) {
        attempt(clear ? "plain" : "NTLM", packet);
        if (user) {
            login.user();
        }
        if (clear) {
            login.secret();
        }
    }

    private void attempt(String mechanism, long packet) {
        if (!login.pending()) {
            login.attempt(packet);
            login.mechanism(mechanism);
        }
    }

    /** The answer: done, go on, or no. */
    void response(ByteReader message, long status) {
        int ntlm = find(message, NTLM);
        if (ntlm >= 0 && type(message, ntlm) == CHALLENGE && (u32le(message, ntlm + 20) & VERSION_GIVEN) != 0) {
            int major = Math.max(0, message.peek(ntlm + 48));
            int minor = Math.max(0, message.peek(ntlm + 49));
            service.server("Windows " + major + "." + minor + " build " + u16le(message, ntlm + 50));
        }
        if (status != MORE_PROCESSING && login.pending()) {
            login.answer(status == 0);
        }
    }

    private static int type(ByteReader message, int at) {
        return message.peek(at + NTLM.length());
    }

    private static int u16le(ByteReader message, int at) {
        return Math.max(0, message.peek(at)) | Math.max(0, message.peek(at + 1)) << 8;
    }

    private static long u32le(ByteReader message, int at) {
        return u16le(message, at) | (long) u16le(message, at + 2) << 16;
    }

    private static int find(ByteReader in, String text) {
        for (int from = 0; from + text.length() <= in.length(); from++) {
            int i = 0;
            while (i < text.length() && in.peek(from + i) == text.charAt(i)) {
                i++;
            }
            if (i == text.length()) {
                return from;
            }
        }
        return -1;
    }
}
