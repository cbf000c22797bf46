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
import java.util.Set;

/** An extension in a ClientHello that nobody assigned, that belongs to DTLS, or that runs past its end. */
public final class SuspiciousExtension implements FlowRiskDetector {

    /** The last number of the block that IANA assigns in order (registry of TLS ExtensionType values). */
    private static final int LAST_IN_ORDER = 62;

    private static final int NDPI_LAST_IN_ORDER = 59;

    /** connection_id, deprecated and in force (RFC 9146): datagrams only. */
    private static final Set<Integer> OF_DATAGRAMS = Set.of(53, 54);

    /**
     * Known beyond the block: NPN, ALPS (two drafts), Channel ID (two drafts), outer extensions of ECH, ECH,
     * renegotiation_info, QUIC transport parameters of the drafts, ESNI.
     */
    private static final Set<Integer> KNOWN =
            Set.of(13172, 17513, 17613, 30031, 30032, 64768, 65037, 65281, 65445, 65486);

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_SUSPICIOUS_EXTENSION;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        TlsClient client = tls == null ? null : tls.client();
        if (client == null) {
            return Optional.empty();
        }
        boolean datagrams = !flow.application().protocols().contains("TLS");
        int last = context.ndpiCompatible() ? NDPI_LAST_IN_ORDER : LAST_IN_ORDER;
        for (int type : client.extensions()) {
            if (type > last && !KNOWN.contains(type) && !reserved(type)) {
                return found("TLS extension that nobody assigned", type);
            }
            if (!datagrams && OF_DATAGRAMS.contains(type)) {
                return found("TLS extension for datagrams in a stream", type);
            }
        }
        return client.overrun() && !context.ndpiCompatible()
                ? Optional.of(Findings.of(risk(), "TLS extension longer than its hello", null, "within its hello"))
                : Optional.empty();
    }

    private Optional<Finding> found(String description, int type) {
        return Optional.of(Findings.of(
                risk(), description, new UntrustedText(Integer.toString(type)), "an extension of the registry"));
    }

    /** Values that clients send so that servers learn to ignore what they do not know (RFC 8701). */
    private static boolean reserved(int type) {
        return (type & 0x0F0F) == 0x0A0A && type >> 8 == (type & 0xFF);
    }
}
