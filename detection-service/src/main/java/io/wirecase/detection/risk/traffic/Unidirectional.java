package io.wirecase.detection.risk.traffic;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import java.util.Set;

/** Packets one way only, to a single host. What is meant to be one-way is left out: groups, broadcasts, reports. */
public final class Unidirectional implements FlowRiskDetector {

    /** They report and expect no answer. */
    private static final Set<String> REPORTS = Set.of("NetFlow", "sFlow", "RTP", "collectd");

    /** The same over UDP; over TCP even a report is acknowledged. */
    private static final Set<String> DATAGRAM_REPORTS = Set.of("Syslog", "MDNS", "Sonos");

    /** The first byte of addresses of groups (RFC 5771) and of those reserved behind them (RFC 1112). */
    private static final int FIRST_GROUP = 224;

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
                || (context.ndpiCompatible() ? toManyForNdpi(flow.responder()) : toMany(flow))
                || reports(flow)) {
            return Optional.empty();
        }
        long packets = sent + answered;
        return Optional.of(Findings.of(
                risk(),
                sent > 0 ? "No answer from the server" : "No packet from the client",
                new UntrustedText(packets + " packets one way"),
                "packets both ways"));
    }

    private static boolean reports(Flow flow) {
        return Applications.any(flow.application(), REPORTS)
                || flow.key().transport() == Transport.UDP && Applications.any(flow.application(), DATAGRAM_REPORTS);
    }

    /** nDPI takes reserved addresses, and all that end in 0 or 255, for groups; it does not look at the link layer. */
    private static boolean toManyForNdpi(IpAddress to) {
        int last = to.bytes()[to.bytes().length - 1] & 0xFF;
        boolean reserved = to.v4() && (to.bytes()[0] & 0xFF) >= FIRST_GROUP;
        return to.multicast() || to.broadcast() || reserved || to.v4() && (last == 0 || last == 0xFF);
    }

    private static boolean toMany(Flow flow) {
        IpAddress to = flow.responder();
        LinkFacts link = flow.facts().link();
        MacAddress mac = link == null ? null : link.responderMac();
        return to.multicast() || to.broadcast() || mac != null && (mac.value() & GROUP_BIT) != 0;
    }
}
