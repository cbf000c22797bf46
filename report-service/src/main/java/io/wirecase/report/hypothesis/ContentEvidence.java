package io.wirecase.report.hypothesis;

import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.HttpContent;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was said, as far as it was read. */
final class ContentEvidence {

    private static final int ENOUGH = 3;
    private static final Set<String> ATTACKS = Set.of(
            "url_possible_xss",
            "url_possible_sql_injection",
            "url_possible_rce_injection",
            "possible_exploit",
            "malware_host_contacted",
            "binary_application_transfer");

    private final Facts facts;
    private final List<Evidence> found = new ArrayList<>();

    private ContentEvidence(Facts facts) {
        this.facts = facts;
    }

    static List<Evidence> find(Measurement measured, Facts facts, Traits traits) {
        ContentEvidence content = new ContentEvidence(facts);
        content.userAgent(measured.http());
        Measurement.Shape shape = measured.shape();
        // A reply that lets a CONNECT through has no body by its kind (RFC 9110 section 9.3.6).
        boolean passage = shape != null && shape.connects().flows() > 0;
        if (!passage
                && measured.http().replies() >= ENOUGH
                && measured.http().emptyReplies() == measured.http().replies()) {
            content.add(EvidenceKind.EMPTY_REPLIES, "All {replies} replies read are without a body.");
        }
        Set<String> codes = measured.pattern().codes().keySet();
        String attacks = codes.stream().filter(ATTACKS::contains).collect(Collectors.joining(", "));
        if (!attacks.isEmpty()) {
            Basis reported = Basis.reported("codes of findings on content", List.of());
            Facts more = facts.more().put("attackCodes", facts.ledger().word(attacks, reported));
            String said = "Among the findings of {alerts} alerts: {attackCodes}.";
            content.found.add(new Evidence(EvidenceKind.ATTACK_CONTENT, more.say(said)));
        }
        if (codes.contains("known_protocol_on_non_standard_port")) {
            content.add(
                    EvidenceKind.ODD_PORT,
                    "Among the findings of {alerts} alerts is a protocol on a port that is not its own.");
        }
        if (traits.scan() && measured.count(Outcome.EMPTY) >= ENOUGH) {
            content.add(
                    EvidenceKind.OPENED_EMPTY,
                    "{empty} connections were opened and closed without a word, {abandoned} of them"
                            + " reset by the client.");
        }
        return content.found;
    }

    private void userAgent(HttpContent http) {
        if (http.requests() == 0) {
            return;
        }
        if (http.withoutUserAgent() == http.requests()) {
            add(EvidenceKind.NO_USER_AGENT, "None of the {requests} requests carries a User-Agent.");
        } else if (http.userAgents().stream().allMatch(a -> a.raw().startsWith("Mozilla/"))) {
            add(EvidenceKind.BROWSER_USER_AGENT, "The User-Agent is one of a browser: {userAgent}.");
        } else if (http.userAgents().stream().noneMatch(a -> a.raw().startsWith("Mozilla/"))) {
            add(EvidenceKind.NAMED_SOFTWARE, "The User-Agent names other software than a browser: {userAgent}.");
        }
    }

    private void add(EvidenceKind kind, String template) {
        found.add(new Evidence(kind, facts.say(template)));
    }
}
