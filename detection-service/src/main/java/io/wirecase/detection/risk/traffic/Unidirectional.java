package io.wirecase.detection.risk.traffic;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.LinkFacts;
import io.wirecase.core.flow.MacAddress;
import io.wirecase.core.flow.Transport;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import java.util.Set;

/** Packets one way only, to a single host. What is meant to be one-way is left out: groups, broadcasts, reports. */
public final class Unidirectional implements FlowRiskDetector {

    /** They report and expect no answer. */
    private static final Set<String> REPORTS = Set.of("NetFlow", "sFlow", "RTP", "collectd", "Syslog", "MDNS", "Sonos");

    private static final long GROUP_BIT = 0x01L << 40;

    @Override
    public FlowRisk risk() {
        return FlowRisk.UNIDIRECTIONAL_TRAFFIC;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        long sent = flow.traffic().originator().packets();
        long answered = flow.traffic().responder().packets();
        if (sent == 0 == (answered == 0)
                || flow.key().transport() == Transport.ARP
                || toMany(flow)
                || Applications.any(flow.application(), REPORTS)) {
            return Optional.empty();
        }
        long packets = sent + answered;
        return Optional.of(Findings.of(
                risk(),
                sent > 0 ? "No answer from the server" : "No packet from the client",
                new UntrustedText(packets + " packets one way"),
                "packets both ways"));
    }

    private static boolean toMany(Flow flow) {
        IpAddress to = flow.responder();
        LinkFacts link = flow.facts().link();
        MacAddress mac = link == null ? null : link.responderMac();
        return to.multicast() || to.broadcast() || mac != null && (mac.value() & GROUP_BIT) != 0;
    }
}
