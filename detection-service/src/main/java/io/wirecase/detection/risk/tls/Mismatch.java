package io.wirecase.detection.risk.tls;

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
import java.util.Locale;
import java.util.Optional;

/** A server's certificate that is not for the name the client asked for (RFC 9525 section 6). */
public final class Mismatch implements FlowRiskDetector {

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_CERTIFICATE_MISMATCH;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        TlsCertificates shown = tls == null ? null : tls.certificates();
        UntrustedText asked = tls == null ? null : tls.serverName();
        if (shown == null
                || asked == null
                || !Boolean.FALSE.equals(shown.covers())
                || shown.server().isEmpty()) {
            return Optional.empty();
        }
        TlsCertificate leaf = shown.server().getFirst();
        if (context.ndpiCompatible() && leaf.names().stream().anyMatch(name -> below(asked.raw(), name.raw()))) {
            return Optional.empty();
        }
        return Optional.of(Findings.of(
                risk(), "Certificate of another name", against(asked, leaf), "a certificate for the name asked for"));
    }

    private static UntrustedText against(UntrustedText asked, TlsCertificate leaf) {
        int others = leaf.names().size() + leaf.omittedNames() - 1;
        String first = leaf.names().isEmpty() ? "none" : leaf.names().getFirst().raw();
        return new UntrustedText(asked.raw() + " against " + first + (others > 0 ? " and " + others + " more" : ""));
    }

    /** nDPI lets a wildcard stand for several labels. */
    private static boolean below(String asked, String name) {
        return name.startsWith("*.")
                && asked.toLowerCase(Locale.ROOT).endsWith(name.substring(1).toLowerCase(Locale.ROOT));
    }
}
