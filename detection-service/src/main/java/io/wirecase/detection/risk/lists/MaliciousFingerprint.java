package io.wirecase.detection.risk.lists;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.platform.watchlist.ListKind;
import java.util.Optional;
import java.util.stream.Stream;

/** A client that says hello as malware does: its JA3, JA4 or HASSH is on a list. Others may say it alike. */
public final class MaliciousFingerprint implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.MALICIOUS_FINGERPRINT;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        SshFacts ssh = flow.facts().ssh();
        if (tls == null && ssh == null) {
            return Optional.empty();
        }
        Stream<String> ofTls = tls == null
                ? Stream.empty()
                : Stream.concat(Stream.ofNullable(tls.ja3()), Stream.ofNullable(tls.ja4()));
        Stream<String> ofSsh = ssh == null ? Stream.empty() : Stream.ofNullable(ssh.hassh());
        return Stream.concat(ofTls, ofSsh)
                .flatMap(fingerprint -> judge(fingerprint, context).stream())
                .findFirst();
    }

    private Optional<Finding> judge(String fingerprint, DetectionContext context) {
        return context.lists()
                .find(ListKind.FINGERPRINTS, fingerprint)
                .map(match -> Findings.of(
                        risk(),
                        "Client with a fingerprint on a list",
                        new UntrustedText(fingerprint),
                        match.toString()));
    }
}
