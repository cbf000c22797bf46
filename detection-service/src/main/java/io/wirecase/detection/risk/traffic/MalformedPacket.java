package io.wirecase.detection.risk.traffic;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ICMP message of a type or code that nobody has assigned (IANA ICMP parameters), a DNS message with a name that
 * breaks its format (RFC 1035 section 4.1.4), or an IKE message whose header holds what nobody has assigned (RFC 7296
 * section 3.1, RFC 2408 section 3.1).
 */
public final class MalformedPacket implements FlowRiskDetector {

    private static final int LAST_ASSIGNED = 43;
    private static final int FIRST_EXPERIMENTAL = 253;
    private static final int LAST_CODE = 15;

    @Override
    public FlowRisk risk() {
        return FlowRisk.MALFORMED_PACKET;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return icmp(flow)
                .or(() -> dns(flow.facts().dns()))
                .or(() -> ike(flow.facts().service()));
    }

    /** Whether the header of an IKE message of a flow holds what nobody has assigned. */
    static boolean oddIke(@Nullable ServiceFacts service) {
        return service != null
                && service.protocol().equals("IPSec")
                && service.details().containsKey(ServiceFacts.ODD_HEADER);
    }

    private Optional<Finding> ike(@Nullable ServiceFacts service) {
        return service == null || !oddIke(service)
                ? Optional.empty()
                : Optional.of(Findings.of(
                        risk(),
                        "IKE message whose header holds what nobody has assigned",
                        Objects.requireNonNull(service.details().get(ServiceFacts.ODD_HEADER)),
                        "payloads, exchanges and flags that are assigned or private"));
    }

    private Optional<Finding> dns(@Nullable DnsFacts dns) {
        DnsFacts.Datagrams datagrams = dns == null ? null : dns.datagrams();
        return datagrams == null || datagrams.malformed() == 0
                ? Optional.empty()
                : Optional.of(Findings.of(
                        risk(),
                        "DNS message with a name that breaks the format",
                        new UntrustedText(
                                datagrams.malformed() == 1 ? "1 message" : datagrams.malformed() + " messages"),
                        "names of labels and pointers that lead back"));
    }

    private Optional<Finding> icmp(Flow flow) {
        IcmpFacts icmp = flow.facts().icmp();
        if (icmp == null || flow.key().transport() != Transport.ICMP) {
            return Optional.empty();
        }
        boolean type = icmp.type() > LAST_ASSIGNED && icmp.type() < FIRST_EXPERIMENTAL;
        if (!type && icmp.code() <= LAST_CODE) {
            return Optional.empty();
        }
        return Optional.of(Findings.of(
                risk(),
                "ICMP message of an unassigned kind",
                new UntrustedText("type " + icmp.type() + ", code " + icmp.code()),
                "type up to " + LAST_ASSIGNED + ", code up to " + LAST_CODE));
    }
}
