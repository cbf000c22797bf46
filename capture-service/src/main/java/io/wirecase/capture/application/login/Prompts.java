package io.wirecase.capture.application.login;

import io.wirecase.capture.application.dialog.LoginNotes;
import io.wirecase.capture.application.dialog.ServiceNotes;
import java.util.List;
import java.util.Locale;

/** What a terminal asks for and what that makes of the lines typed there. */
final class Prompts {

    /** Of what was shown since the last line typed, so much. */
    private static final int MAX_SHOWN = 512;

    private static final List<String> NAME = List.of("login:", "username:", "user:", "user name:", "account:");
    private static final List<String> SECRET = List.of("password:", "passcode:", "passwd:", "secret:");
    private static final List<String> REFUSED = List.of("incorrect", "denied", "failed", "invalid", "bad password");
    private static final String LAST = "last login:";
    private static final List<String> ACCEPTED = List.of("last login", "welcome");
    private static final List<String> READY = List.of("$ ", "# ", "> ", "% ", "$", "#", ">");

    private enum Asked {
        NOTHING,
        NAME,
        SECRET
    }

    private final LoginNotes login;
    private final ServiceNotes service;
    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder banner = new StringBuilder();
    private boolean bannerDone;
    private Asked asked = Asked.NOTHING;
    private int typed;
    private boolean awaiting;

    Prompts(LoginNotes login, ServiceNotes service) {
        this.login = login;
        this.service = service;
    }

    /** The server shows a byte. */
    void shown(int b) {
        if (!bannerDone) {
            banner(b);
        }
        if (shown.length() >= MAX_SHOWN) {
            shown.delete(0, MAX_SHOWN / 2);
        }
        shown.append((char) b);
        boolean telling = b == '\n' || b == ':' || b == ' ' || b == '$' || b == '#' || b == '>';
        if (awaiting && telling) {
            judge();
        }
    }

    /** The first line with something on it, before anything is typed. */
    private void banner(int b) {
        if (b == '\n' || b == '\r' || banner.length() >= 200) {
            bannerDone = !banner.toString().isBlank();
            if (bannerDone) {
                service.server(banner.toString());
            }
            banner.setLength(0);
        } else if (b >= ' ' && b < 0x7F) {
            banner.append((char) b);
        }
    }

    private void judge() {
        String text = shown.toString().toLowerCase(Locale.ROOT);
        boolean asksAgain = endsWith(text, NAME) && !text.stripTrailing().endsWith(LAST);
        if (asksAgain || REFUSED.stream().anyMatch(text::contains)) {
            decided(false);
        } else if (ACCEPTED.stream().anyMatch(text::contains) || READY.stream().anyMatch(text::endsWith)) {
            decided(true);
        }
    }

    private void decided(boolean accepted) {
        awaiting = false;
        login.answer(accepted);
    }

    /** The client types a byte. */
    void typed(int b, long packet) {
        if (b == '\r' || b == '\n') {
            entered(packet);
        } else if (b >= ' ') {
            if (typed == 0) {
                asked = asked();
            }
            typed++;
        }
    }

    private Asked asked() {
        String text = shown.toString().toLowerCase(Locale.ROOT);
        bannerDone = true;
        if (endsWith(text, SECRET)) {
            return Asked.SECRET;
        }
        return endsWith(text, NAME) ? Asked.NAME : Asked.NOTHING;
    }

    private static boolean endsWith(String text, List<String> prompts) {
        String its = text.stripTrailing();
        return prompts.stream().anyMatch(its::endsWith);
    }

    private void entered(long packet) {
        if (typed > 0 && asked == Asked.NAME) {
            login.attempt(packet);
            login.user();
        } else if (typed > 0 && asked == Asked.SECRET) {
            if (!login.pending()) {
                login.attempt(packet);
            }
            login.secret();
            awaiting = true;
        }
        if (typed > 0) {
            shown.setLength(0);
        }
        typed = 0;
        asked = Asked.NOTHING;
    }
}
