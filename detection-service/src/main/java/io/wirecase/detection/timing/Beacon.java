package io.wirecase.detection.timing;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.measure.Comb;
import io.wirecase.core.measure.Timing;
import io.wirecase.core.measure.Volume;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Draw;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.risk.Applications;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flows of a host to one destination, port and application that keep a period, or kept one and then another. Failed
 * attempts do not count; they are a matter of their own. Regular is not malicious: it says that a program does it. So
 * the points are few, and what makes it less ordinary is added apart.
 */
public final class Beacon implements BehaviourDetector<Start, SeriesState> {

    /** The code of a series with a period. */
    public static final String CODE = "beacon";

    /** The code of a series whose period changed. */
    public static final String CHANGED = "periodicity_changed";

    /** A week: a call an hour makes enough of them, one a day too. */
    private static final Duration BUCKET = Duration.ofDays(7);

    private static final int POINTS = 10;
    private static final int POINTS_CHANGED = 1;
    private static final int CLIENT_SHARE = 90;
    private static final int LEAST_FOR_CHANGE = 24;
    private static final int LEAST_FOR_SIZE = 12;
    /** Starts that are not even by as much are looked at for missed beats only if many intervals are alike. */
    private static final double EVEN_ENOUGH = 0.2;

    /** What takes less is one act, however even: a page that loads its parts, a tool that asks page after page. */
    private static final double LEAST_SECONDS = 120;

    /** Protocols that poll by design, or ask for others: lookups keep the time of what they are for. */
    private static final Set<String> BY_DESIGN =
            Set.of("DNS", "NTP", "DHCP", "DHCPV6", "MDNS", "SSDP", "LLMNR", "NetBIOS");

    private static final Technique WEB_PROTOCOLS = new Technique("T1071", "Application Layer Protocol", "19");

    private final Networks networks;

    /** A detector that tells inside from outside by these networks. */
    public Beacon(Networks networks) {
        this.networks = networks;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public List<String> codes() {
        return List.of(CODE, CHANGED);
    }

    @Override
    public Duration bucket() {
        return BUCKET;
    }

    @Override
    public List<Digest<Start>> read(Flow flow) {
        Integer port = flow.key().responder().port();
        if (port == null
                || !flow.ending().last()
                || flow.responder().multicast()
                || !Destination.answered(flow)
                || Applications.any(flow.application(), BY_DESIGN)) {
            return List.of();
        }
        String name = Destination.name(flow);
        long order = Draw.of(flow);
        Start start = new Start(
                flow.span().startNanos(),
                order,
                flow.responder(),
                flow.traffic().total().packets(),
                flow.traffic().originator().payloadBytes(),
                name != null);
        String to = name == null ? flow.responder().toString() : name;
        String over = flow.key().transport() == Transport.TCP ? "/tcp " : "/udp ";
        String detail = to + ":" + port + over + flow.application().protocol();
        // Most series never become an alert: every other flow is enough to show.
        return List.of(new Digest<>(flow.originator(), detail, start.nanos(), start, (order & 1) == 0));
    }

    @Override
    public SeriesState fresh() {
        return new SeriesState();
    }

    @Override
    public SeriesState stored(byte[] bytes) {
        return SeriesState.of(bytes);
    }

    @Override
    public boolean plausible(SeriesState state) {
        if (state.flows() < Timing.MIN_EPISODES) {
            return false;
        }
        long[] starts = state.starts();
        return Timing.evenness(starts) < EVEN_ENOUGH || Alike.many(starts);
    }

    @Override
    public BehaviourReading read(BehaviourKey key, SeriesState state) {
        long[] starts = state.starts();
        long seed = 31L * key.subject().hashCode() + key.detail().hashCode();
        Timing timing = Timing.brief(starts, seed);
        boolean lasts = timing.spanSeconds() >= LEAST_SECONDS;
        Comb comb = lasts ? Series.period(timing) : null;
        boolean unsteady = lasts && (comb == null || timing.type().code().equals("periodic-with-gaps"));
        PeriodChange change = unsteady && timing.episodes() >= LEAST_FOR_CHANGE ? PeriodChange.in(starts, seed) : null;
        boolean holds = comb != null || change != null;
        IpAddress peer = state.lastPeer();
        Behaviour behaviour = new Behaviour(
                comb == null || comb.clock() == null ? null : comb.clock().word(),
                state.firstNanos(),
                state.lastNanos(),
                state.flows(),
                state.packets(),
                SeriesMeasures.of(state, timing, comb, change),
                List.of());
        String code = change == null ? CODE : CHANGED;
        return new BehaviourReading(
                holds,
                holds ? timing.episodes() : 0,
                code,
                subject(key, peer),
                behaviour,
                findings(key, state, peer, change),
                holds && !networks.internal(peer) ? List.of(WEB_PROTOCOLS) : List.of());
    }

    private Subject subject(BehaviourKey key, IpAddress peer) {
        return Subjects.conversation(networks, key.subject(), peer);
    }

    private List<Finding> findings(BehaviourKey key, SeriesState state, IpAddress peer, @Nullable PeriodChange change) {
        List<Finding> findings = new ArrayList<>();
        UntrustedText to = new UntrustedText(key.detail());
        String limit = "a chance of " + Series.ALPHA;
        if (change == null) {
            findings.add(finding(CODE, POINTS, "Flows to one destination keep a period", to, limit));
        } else {
            findings.add(finding(CHANGED, POINTS_CHANGED, "Flows to one destination changed their period", to, limit));
        }
        if (state.named() == 0 && !networks.internal(peer)) {
            String what = "The destination is outside, and nobody asked for its name";
            findings.add(finding(code(change), POINTS, what, new UntrustedText(peer.toString()), null));
        }
        long[] sizes = state.sizes();
        Volume sent = Volume.of(sizes);
        if (sizes.length >= LEAST_FOR_SIZE && sent.band() == Volume.Band.FIXED && sent.median() > 0) {
            String what = "The host sends about the same amount each time";
            UntrustedText amount = new UntrustedText(Math.round(sent.median()) + " bytes");
            findings.add(finding(code(change), POINTS, what, amount, "a consistency of 0.95"));
        }
        return findings;
    }

    private static String code(@Nullable PeriodChange change) {
        return change == null ? CODE : CHANGED;
    }

    private static Finding finding(
            String code, int points, String what, UntrustedText observed, @Nullable String limit) {
        return new Finding(code, points, Side.CLIENT, CLIENT_SHARE, what, observed, limit, "detection");
    }
}
