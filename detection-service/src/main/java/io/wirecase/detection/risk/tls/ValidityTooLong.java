package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A server's certificate that is valid for longer than the rules of public certificate authorities let it (CA/Browser
 * Forum, baseline requirements for TLS, section 6.3.2, with the steps of ballot SC-081).
 */
public final class ValidityTooLong implements FlowRiskDetector {

    /** The longest life of certificates issued from a day on, the latest first. */
    private static final List<Rule> RULES = List.of(
            new Rule(LocalDate.of(2029, 3, 15), 47),
            new Rule(LocalDate.of(2027, 3, 15), 100),
            new Rule(LocalDate.of(2026, 3, 15), 200),
            new Rule(LocalDate.of(2020, 9, 1), 398));

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_CERT_VALIDITY_TOO_LONG;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        Optional<TlsCertificate> leaf = context.ndpiCompatible() ? Leaf.of(flow) : Leaf.ofServer(flow, context);
        return leaf.flatMap(shown -> judge(shown, context));
    }

    private Optional<Finding> judge(TlsCertificate leaf, DetectionContext context) {
        long life = leaf.notAfterSeconds() - leaf.notBeforeSeconds();
        return (context.ndpiCompatible() ? List.of(RULES.getLast()) : RULES)
                .stream()
                        .filter(rule -> leaf.notBeforeSeconds() >= rule.since())
                        .findFirst()
                        .filter(rule -> life > rule.longest())
                        .map(rule -> Findings.of(
                                risk(),
                                "Certificate valid for longer than public authorities may grant",
                                Leaf.text(Duration.ofSeconds(life).toDays() + " days from "
                                        + Leaf.day(leaf.notBeforeSeconds())),
                                rule.days() + " days since " + rule.from()));
    }

    private record Rule(LocalDate from, int days) {

        long since() {
            return from.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        }

        long longest() {
            return Duration.ofDays(days).toSeconds();
        }
    }
}
