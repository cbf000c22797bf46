package io.wirecase.capture.application.http;

import io.wirecase.capture.application.dialog.LoginNotes;
import io.wirecase.core.fact.Facts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Credentials in requests, of the schemes that show a name (RFC 7617, RFC 7616), and whether the server took them. */
final class HttpLogin {

    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_UNAUTHORIZED = 407;

    private final LoginNotes login = new LoginNotes("HTTP");

    /** A request with credentials of a scheme, or null without. */
    void request(@Nullable String scheme, long packet) {
        String its = scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
        boolean basic = its.equals("basic");
        if (scheme != null && (basic || its.equals("digest"))) {
            login.attempt(packet);
            login.mechanism(scheme);
            login.user();
            if (basic) {
                login.secret();
            }
        }
    }

    /** A final response. */
    void response(int status) {
        if (login.pending() && status > 0) {
            login.answer(status != UNAUTHORIZED && status != PROXY_UNAUTHORIZED);
        }
    }

    void tell(Facts.Draft facts) {
        login.tell(facts);
    }
}
