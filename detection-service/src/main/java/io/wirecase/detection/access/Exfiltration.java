package io.wirecase.detection.access;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.access.Hours.Amounts;
import io.wirecase.detection.access.Leaving.Outflow;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Draw;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.rare.Destination;
import io.wirecase.detection.rare.Upload;
import io.wirecase.detection.rare.UploadRule;
import io.wirecase.detection.rare.Uploads;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Much more sent to one entity outside within an hour than the host sends anywhere else, hardly anything back, and
 * hardly anybody else of the site knows that entity. What goes there at the same time day by day is a job and none of
 * it. A backup that ran once looks the same: it says that data left, not that it was stolen.
 *
 * <p>How much is found where the flows of the host are; who else knows the entity where the first contacts of the site
 * meet, and there the last word is said.
 */
public final class Exfiltration implements BehaviourDetector<Sent, Leaving>, UploadRule {

    /** The code it raises. */
    public static final String CODE = "exfiltration";

    private static final int POINTS = 50;
    private static final int CLIENT_SHARE = 90;

    /** Other hours and entities below which the host's usual is not known. */
    private static final int LEAST_OTHERS = 6;

    /** What is said of when nothing is left to be said. */
    private static final Upload NOTHING = new Upload(new Destination("", ""), 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    /** Flows worth showing: those that carried something out. */
    private static final int SHOWN_BYTES = 64 << 10;

    private final AccessLimits.Exfiltration limits;
    private final Networks networks;

    /** A detector with limits and the networks that tell inside from outside. */
    public Exfiltration(AccessLimits limits, Networks networks) {
        this.limits = limits.exfiltration();
        this.networks = networks;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return Duration.ofDays(7);
    }

    @Override
    public List<Digest<Sent>> read(Flow flow) {
        long sent = flow.traffic().originator().payloadBytes();
        if (!flow.ending().last()
                || sent == 0
                || flow.responder().multicast()
                || flow.responder().broadcast()
                || !networks.internal(flow.originator())
                || networks.internal(flow.responder())) {
            return List.of();
        }
        long received = flow.traffic().responder().payloadBytes();
        long start = flow.span().startNanos();
        Sent one = new Sent(Destination.of(flow), start, flow.traffic().total().packets(), sent, received);
        return List.of(new Digest<>(flow.originator(), "", start, one, sent >= SHOWN_BYTES && sent > received));
    }

    @Override
    public Leaving fresh() {
        return new Leaving();
    }

    @Override
    public Leaving stored(byte[] bytes) {
        return Leaving.of(bytes);
    }

    @Override
    public boolean plausible(Leaving state) {
        return state.size() >= LEAST_OTHERS && state.above(limits.bytes());
    }

    /**
     * What a host sent far beyond what is usual for it, entity by entity, the most first.
     *
     * @param shown flows to choose from for showing
     */
    public Uploads uploads(BehaviourKey key, Leaving state, List<Flow> shown) {
        List<Upload> uploads = found(state).stream()
                .map(upload -> upload.showing(shown.stream()
                        .filter(flow -> Destination.of(flow).equals(upload.destination()))
                        .map(Draw::of)
                        .toList()))
                .toList();
        return new Uploads(key.subject(), key.bucket(), uploads);
    }

    private List<Upload> found(Leaving state) {
        List<Outflow> all = state.outflows();
        List<Outflow> large =
                all.stream().filter(one -> one.sent() > limits.bytes()).toList();
        Set<Cell> habits = new HashSet<>();
        large.stream().filter(one -> Leaving.habit(one, all)).forEach(one -> habits.add(one.cell()));
        Map<Destination, Upload> found = new LinkedHashMap<>();
        for (Outflow one : large) {
            Upload upload = upload(state, one, habits);
            if (!habits.contains(one.cell())
                    && upload.compared() >= LEAST_OTHERS
                    && one.sent() > upload.usual()
                    && upload.symmetry() > limits.symmetry()) {
                found.putIfAbsent(one.entity(), upload);
            }
        }
        return List.copyOf(found.values());
    }

    private Upload upload(Leaving state, Outflow one, Set<Cell> habits) {
        long[] others = state.others(one.cell().entity(), habits);
        long usual = others.length == 0 ? 0 : others[(int) Math.ceil(limits.quantile() * others.length) - 1];
        Amounts amounts = one.most().amounts();
        return new Upload(
                one.entity(),
                one.most().firstNanos(),
                one.most().lastNanos(),
                amounts.flows,
                amounts.packets,
                amounts.sent,
                amounts.received,
                usual,
                others.length,
                List.of());
    }

    /** What it would amount to if hardly anybody of the site knew whom it went to. */
    @Override
    public BehaviourReading read(BehaviourKey key, Leaving state) {
        List<Upload> found = found(state);
        return reading(!found.isEmpty(), key.subject(), found.isEmpty() ? null : found.getFirst(), null);
    }

    @Override
    public int mostHosts() {
        return limits.hosts();
    }

    @Override
    public BehaviourReading reading(boolean holds, IpAddress host, @Nullable Upload upload, @Nullable Integer hosts) {
        Upload most = upload == null ? NOTHING : upload;
        long limit = Math.max(limits.bytes(), most.usual());
        Verdict verdict = new Verdict(holds, CODE, Subjects.host(host))
                .weight(most.sent())
                .points(POINTS, CLIENT_SHARE)
                .says("Far more was sent to one place within an hour than the host sends anywhere else")
                .observed(most.sent() + " bytes, " + most.destination().entity())
                .limit(limit + " bytes, " + limits.symmetry() + " one way, known to " + limits.hosts() + " hosts")
                .attack("T1048", "Exfiltration Over Alternative Protocol")
                .attack("T1567", "Exfiltration Over Web Service")
                .measure("sentWithinAnHour", most.sent(), "bytes", limit)
                .measure("symmetry", most.symmetry(), "share", limits.symmetry())
                .measure("usualMost", most.usual(), "bytes", null)
                .measure("compared", most.compared(), "hours", LEAST_OTHERS);
        if (hosts != null) {
            verdict.measure("hosts", hosts, "hosts", limits.hosts());
        }
        return verdict.reading(new Behaviour(
                null,
                most.firstNanos(),
                most.lastNanos(),
                most.flows(),
                most.packets(),
                verdict.measures(),
                List.of()));
    }
}
