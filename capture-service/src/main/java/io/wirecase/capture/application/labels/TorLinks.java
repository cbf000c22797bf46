package io.wirecase.capture.application.labels;

import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * TLS that looks like a connection to a Tor relay, by what Tor's own source makes up for each: the name asked for is
 * {@code www.}, 4 to 25 random letters of base32 (a to z, 2 to 7), {@code .com}; the certificate is alone, issued to
 * {@code www.RANDOM.net} by {@code www.RANDOM.com} (8 to 20 letters, in older releases {@code .net} too), and has no
 * other names. Others may look so: it is a guess. Bridges that disguise themselves (obfs4, meek) do not look so.
 */
final class TorLinks {

    private static final Pattern ASKED = Pattern.compile("www\\.([a-z2-7]{4,25})\\.com");
    private static final Pattern SUBJECT = Pattern.compile("CN=www\\.([a-z2-7]{8,20})\\.net");
    private static final Pattern ISSUER = Pattern.compile("CN=www\\.([a-z2-7]{8,20})\\.(?:com|net)");

    /**
     * Below it a name is as likely a word with a number. Some names that Tor makes up are shorter, and some of the
     * others have fewer digits: where the certificate is encrypted those are not told.
     */
    private static final int TELLING = 8;

    /** Two digits with letters around each, as random text mostly has and names of people's hardly. */
    private static final Pattern DIGITS_WITHIN = Pattern.compile("[a-z][2-7][a-z].*[2-7][a-z]");

    /** Three consonants in a row, beside the digits. */
    private static final Pattern CONSONANTS = Pattern.compile("[b-df-hj-np-tv-xz]{3}");

    private TorLinks() {}

    /**
     * Whether it looks so.
     *
     * @param tls the handshake
     * @param resolved whether the client had resolved a name to reach the server, which Tor does not
     */
    static boolean likely(TlsFacts tls, boolean resolved) {
        UntrustedText asked = tls.serverName();
        Matcher name = ASKED.matcher(asked == null ? "" : asked.raw());
        if (asked != null && !name.matches()) {
            return false;
        }
        List<TlsCertificate> shown =
                tls.certificates() == null ? List.of() : tls.certificates().server();
        if (!shown.isEmpty()) {
            return shown.size() == 1 && madeUp(shown.getFirst(), asked == null ? null : name.group(1));
        }
        return asked != null && !resolved && tls.alpn().isEmpty() && random(name.group(1));
    }

    private static boolean madeUp(TlsCertificate certificate, @Nullable String asked) {
        Matcher subject = SUBJECT.matcher(certificate.subject().raw());
        Matcher issuer = ISSUER.matcher(certificate.issuer().raw());
        return certificate.names().isEmpty()
                && subject.matches()
                && issuer.matches()
                && !subject.group(1).equals(issuer.group(1))
                && !subject.group(1).equals(asked);
    }

    private static boolean random(String label) {
        return label.length() >= TELLING
                && DIGITS_WITHIN.matcher(label).find()
                && CONSONANTS.matcher(label).find();
    }
}
