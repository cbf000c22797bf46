package io.wirecase.enrichment.recogniser;

import io.wirecase.core.net.UntrustedText;
import java.util.Locale;

/** Host names as they are compared. */
final class Names {
    private static final String PORT = ":80";

    private Names() {}

    /** Lower case, without the port 80 and without a last dot (RFC 9110 4.2.3, RFC 1035 3.1). */
    static String plain(UntrustedText name) {
        String text = name.raw().toLowerCase(Locale.ROOT);
        if (text.endsWith(PORT)) {
            text = text.substring(0, text.length() - PORT.length());
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
