package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsClient;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;

/**
 * A hello padded far beyond its purpose (RFC 7685: to get over sizes that some servers choke on, 512 bytes at most), as
 * tools do that hide how long what they say really is.
 */
public final class Obfuscated implements FlowRiskDetector {

    private static final int MOST = 500;

    @Override
    public FlowRisk risk() {
        return FlowRisk.OBFUSCATED_TRAFFIC;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        TlsClient client = tls == null ? null : tls.client();
        Integer padding = client == null ? null : client.padding();
        return padding == null || padding <= MOST
                ? Optional.empty()
                : Optional.of(Findings.of(
                        risk(), "TLS hello with much padding", new UntrustedText(padding + " bytes"), MOST + " bytes"));
    }
}
