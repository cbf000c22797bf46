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
 * A hello with an encrypted server name of the drafts before ECH (draft-ietf-tls-esni) and one in clear as well. The
 * drafts send one of them; both together say one name to those who watch and another to the server.
 */
public final class EncryptedNameBesideClear implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_SUSPICIOUS_ESNI;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        TlsClient client = tls == null ? null : tls.client();
        UntrustedText clear = tls == null ? null : tls.serverName();
        return client == null || clear == null || !client.encryptedServerName()
                ? Optional.empty()
                : Optional.of(Findings.of(risk(), "Server name both encrypted and in clear", clear, "one of them"));
    }
}
