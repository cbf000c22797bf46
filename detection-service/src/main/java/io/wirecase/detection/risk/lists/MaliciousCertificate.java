package io.wirecase.detection.risk.lists;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.platform.watchlist.ListKind;
import java.util.Optional;
import java.util.stream.Stream;

/** A certificate that either side showed, whose SHA-1 is on a list. */
public final class MaliciousCertificate implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.MALICIOUS_SHA1_CERTIFICATE;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        TlsCertificates shown = tls == null ? null : tls.certificates();
        return shown == null
                ? Optional.empty()
                : Stream.concat(shown.server().stream(), shown.client().stream())
                        .flatMap(certificate -> judge(certificate, context).stream())
                        .findFirst();
    }

    private Optional<Finding> judge(TlsCertificate certificate, DetectionContext context) {
        return context.lists()
                .find(ListKind.CERTIFICATES, certificate.sha1())
                .map(match -> Findings.of(
                        risk(), "Certificate on a list", new UntrustedText(certificate.sha1()), match.toString()));
    }
}
