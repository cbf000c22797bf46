package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.HttpExchange.Request;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** No User-Agent in any request of a flow, or one that no common client sends (RFC 9110 section 10.1.5). */
public final class SuspiciousUserAgent implements FlowRiskDetector {

    static final int SHORTEST = 4;
    static final int LONGEST = 256;

    /** Names of letters alone from this length on that mix cases look generated. */
    private static final int GENERATED_LENGTH = 13;

    private static final double GENERATED_UPPER_SHARE = 0.2;

    /** Clients give their maker's page; other schemes make a server fetch something. */
    private static final Set<String> WEB = Set.of("http", "https");

    @Override
    public FlowRisk risk() {
        return FlowRisk.HTTP_SUSPICIOUS_USER_AGENT;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        HttpFacts http = flow.facts().http();
        if (http == null || Messages.exchanges(flow, context).isEmpty()) {
            return Optional.empty();
        }
        List<Request> requests = Messages.requests(http.exchanges());
        if (requests.isEmpty() && !context.ndpiCompatible()) {
            return Optional.empty();
        }
        List<UntrustedText> agents = requests.stream()
                .map(Request::userAgent)
                .filter(Objects::nonNull)
                .filter(agent -> !agent.raw().isBlank())
                .toList();
        if (agents.isEmpty()) {
            return Optional.of(Findings.of(risk(), "Empty or missing User-Agent", null, "a User-Agent"));
        }
        return agents.stream()
                .limit(context.ndpiCompatible() ? 1 : agents.size())
                .flatMap(agent -> judge(agent, context).stream())
                .findFirst();
    }

    private Optional<Finding> judge(UntrustedText agent, DetectionContext context) {
        String raw = agent.raw();
        if (raw.length() < SHORTEST) {
            return found("User-Agent too short", agent, "at least " + SHORTEST + " characters");
        }
        if (raw.length() > LONGEST) {
            return found("User-Agent too long", agent, "at most " + LONGEST + " characters");
        }
        if (raw.startsWith("test")) {
            return found("User-Agent of a test", agent, "a client's name");
        }
        if (raw.startsWith("<?") || raw.chars().anyMatch(c -> c == '{' || c == '}' || c == '$')) {
            return found("User-Agent with code in it", agent, "no braces, dollar signs or program text");
        }
        if (context.ndpiCompatible() ? oddForNdpi(raw) : oddAddress(raw)) {
            return found("User-Agent with an address that is not of the web", agent, "http or https");
        }
        if (generated(raw)) {
            return found("User-Agent that looks generated", agent, "words");
        }
        return Optional.empty();
    }

    private Optional<Finding> found(String description, UntrustedText agent, String limit) {
        return Optional.of(Findings.of(risk(), description, agent, limit));
    }

    private static boolean oddAddress(String raw) {
        int at = raw.indexOf("://");
        int from = at;
        while (from > 0 && Character.isLetter(raw.charAt(from - 1))) {
            from--;
        }
        return at >= 0 && !WEB.contains(raw.substring(from, at).toLowerCase(Locale.ROOT));
    }

    /** nDPI looks at the letter before the colon only, so that ldap passes as http does. */
    private static boolean oddForNdpi(String raw) {
        int at = raw.indexOf("://");
        return at >= 0 && (at == 0 || raw.charAt(at - 1) != 'p' && raw.charAt(at - 1) != 's');
    }

    private static boolean generated(String raw) {
        if (raw.length() < GENERATED_LENGTH
                || !raw.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
            return false;
        }
        long upper = raw.chars().filter(c -> c >= 'A' && c <= 'Z').count();
        return upper >= GENERATED_UPPER_SHARE * raw.length();
    }
}
