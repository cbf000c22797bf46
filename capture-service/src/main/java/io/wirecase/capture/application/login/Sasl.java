package io.wirecase.capture.application.login;

import io.wirecase.capture.application.dialog.LoginNotes;
import java.util.Locale;

/**
 * One authentication by SASL (RFC 4422) inside a protocol of lines: which of its answers hold a name and which a
 * password.
 */
final class Sasl {

    private static final String CANCEL = "*";

    private final LoginNotes login;
    private String mechanism = "";
    private int answers;
    private boolean active;

    Sasl(LoginNotes login) {
        this.login = login;
    }

    /** Whether the client's next line is an answer. */
    boolean active() {
        return active;
    }

    /**
     * The client begins.
     *
     * @param word the mechanism
     * @param initial what it sends along, "" for nothing
     * @param packet the number of its packet
     */
    void begin(String word, String initial, long packet) {
        mechanism = word.toUpperCase(Locale.ROOT);
        answers = 0;
        active = true;
        login.attempt(packet);
        login.mechanism(mechanism);
        if (!initial.isEmpty()) {
            answer(initial);
        }
    }

    /** The client answers a challenge. */
    void answer(String text) {
        if (text.equals(CANCEL)) {
            active = false;
            return;
        }
        answers++;
        boolean nothing = text.isEmpty() || text.equals("=");
        switch (mechanism) {
            case "PLAIN", "XOAUTH2", "OAUTHBEARER" -> cross(!nothing, !nothing);
            case "LOGIN" -> cross(!nothing && answers == 1, !nothing && answers == 2);
            case "CRAM-MD5", "DIGEST-MD5", "ANONYMOUS" -> cross(answers == 1 && !nothing, false);
            default -> cross(mechanism.startsWith("SCRAM-") && answers == 1 && !nothing, false);
        }
    }

    private void cross(boolean user, boolean secret) {
        if (user) {
            login.user();
        }
        if (secret) {
            login.secret();
        }
    }

    /** The server decided. */
    void end(boolean accepted) {
        if (active) {
            active = false;
            login.answer(accepted);
        }
    }
}
