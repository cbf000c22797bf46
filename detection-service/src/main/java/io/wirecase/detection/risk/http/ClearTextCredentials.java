package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Authorization header of the Basic or Digest scheme (RFC 7617, RFC 7616) over unencrypted HTTP, or a login in clear
 * to another protocol. Only the scheme or protocol is kept as observed: a finding is no place for somebody's password.
 */
public final class ClearTextCredentials implements FlowRiskDetector {

    /** Protocols of a terminal or of lines, in which whoever gave a name gives all else in clear too. */
    private static final Set<String> LINES =
            Set.of("FTP_CONTROL", "POP3", "IMAP", "SMTP", "Telnet", "IRC", "RSH", "Rlogin", "Rexec");

    @Override
    public FlowRisk risk() {
        return FlowRisk.CLEAR_TEXT_CREDENTIALS;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        for (Request request : Messages.requests(flow, context)) {
            UntrustedText authorization = request.head().field("Authorization");
            String lower = authorization == null ? "" : authorization.raw().toLowerCase(Locale.ROOT);
            if (lower.startsWith("basic")) {
                return found("User name and password in clear text", "Basic");
            }
            if (lower.startsWith("digest")) {
                return found("User name in clear text and a password that can be guessed offline", "Digest");
            }
        }
        return login(flow.facts().login(), context);
    }

    /**
     * Of other protocols: a password, or a name where a password, hashed or typed unseen, follows it. nDPI knows the
     * latter protocols only.
     */
    private Optional<Finding> login(@Nullable LoginFacts login, DetectionContext context) {
        if (login == null) {
            return Optional.empty();
        }
        boolean lines = LINES.contains(login.protocol());
        boolean told = lines ? login.secret() || login.user() : login.secret() && !context.ndpiCompatible();
        if (!told) {
            return Optional.empty();
        }
        String what = login.secret() ? "Password in clear text" : "User name in clear text";
        return found(what, login.protocol());
    }

    private Optional<Finding> found(String description, String scheme) {
        return Optional.of(Findings.of(risk(), description, new UntrustedText(scheme), "encryption"));
    }
}
