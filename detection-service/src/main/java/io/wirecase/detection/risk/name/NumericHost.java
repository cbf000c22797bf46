package io.wirecase.detection.risk.name;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.HostNames;
import java.util.Optional;

/**
 * A Host header that is an IPv4 address, or a TLS or QUIC server name that is an address (RFC 6066 forbids that). nDPI
 * forgets the latter where the certificate names an application.
 */
public final class NumericHost implements FlowRiskDetector {

    /** An IPv4 address with a port has 21 characters at most. */
    private static final int LONGEST_LITERAL = 21;

    @Override
    public FlowRisk risk() {
        return FlowRisk.NUMERIC_IP_HOST;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        Optional<UntrustedText> host =
                HostNames.http(flow).stream().filter(NumericHost::literalHost).findFirst();
        if (host.isPresent()) {
            return host.map(found -> Findings.of(risk(), "Host header that is an address", found, "a name"));
        }
        if (context.ndpiCompatible() && flow.application().named() == Application.Found.DECODED) {
            return Optional.empty();
        }
        return HostNames.tls(flow).stream()
                .filter(name -> IpAddress.parse(HostNames.bare(name)).isPresent())
                .findFirst()
                .map(found -> Findings.of(risk(), "TLS server name that is an address", found, "a name"));
    }

    private static boolean literalHost(UntrustedText host) {
        return host.raw().length() <= LONGEST_LITERAL
                && IpAddress.parse(HostNames.bare(host)).filter(IpAddress::v4).isPresent();
    }
}
