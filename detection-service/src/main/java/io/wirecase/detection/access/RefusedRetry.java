package io.wirecase.detection.access;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.intel.Networks;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.scan.ScanState.Attempts;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * One endpoint tried again and again in vain: a service that is gone, a wrong address, a closed port. It is a fault to
 * be mended, and no scan, since nothing new is tried. What was tried is known to the scan state; it tells this detector
 * of targets that were tried often, so no flow is counted twice and no conversation has an entry of its own before
 * that.
 */
public final class RefusedRetry implements BehaviourDetector<Attempts, RefusedRetry.Latest> {

    /** The code it raises. */
    public static final String CODE = "refused_retry";

    private static final int POINTS = 10;
    private static final int CLIENT_SHARE = 90;
    private static final int VERSION = 1;

    /** Nanoseconds between tries on average: five a second. */
    private static final long FASTEST = 200_000_000;

    private final int least;
    private final Duration bucket;
    private final Networks networks;

    /**
     * A detector.
     *
     * @param bucket the bucket of the scan state that tells it
     */
    public RefusedRetry(AccessLimits limits, Duration bucket, Networks networks) {
        this.least = limits.retry();
        this.bucket = bucket;
        this.networks = networks;
    }

    /** What was told last: later tellings include the earlier ones. */
    public static final class Latest implements BehaviourState<Attempts> {

        private Attempts tried = new Attempts(0, 0, 0, 0, false, false);

        @Override
        public void add(Attempts later) {
            tried = later.attempts() >= tried.attempts() ? later : tried;
        }

        @Override
        public byte[] bytes() {
            return new StateWriter(VERSION)
                    .counts(tried.attempts(), tried.packets())
                    .bits(tried.firstNanos())
                    .bits(tried.lastNanos())
                    .counts(tried.failed() ? 1 : 0, tried.refused() ? 1 : 0)
                    .bytes();
        }
    }

    /** From how many tries on a target is told. */
    public int least() {
        return least;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return bucket;
    }

    /** Nothing: the scan state tells. */
    @Override
    public List<Digest<Attempts>> read(Flow flow) {
        return List.of();
    }

    /** What the scan state tells of a target. */
    public Digest<Attempts> digest(Flow flow, Attempts tried) {
        String target = flow.responder() + " " + flow.key().responder().port();
        return new Digest<>(flow.originator(), target, flow.span().startNanos(), tried, false);
    }

    @Override
    public Latest fresh() {
        return new Latest();
    }

    @Override
    public Latest stored(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Latest latest = new Latest();
        latest.tried = new Attempts(in.count(), in.count(), in.bits(), in.bits(), in.count() == 1, in.count() == 1);
        return latest;
    }

    @Override
    public boolean plausible(Latest state) {
        Attempts tried = state.tried;
        // What comes faster than programs retry is a flood or a test of load.
        return tried.failed()
                && tried.attempts() >= least
                && tried.lastNanos() - tried.firstNanos() >= tried.attempts() * FASTEST;
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Latest state) {
        Attempts tried = state.tried;
        int cut = key.detail().indexOf(' ');
        IpAddress target = IpAddress.of(key.detail().substring(0, cut));
        Subject subject = Subjects.conversation(networks, key.subject(), target);
        Verdict verdict = new Verdict(plausible(state), CODE, subject)
                .weight(tried.attempts())
                .points(POINTS, CLIENT_SHARE)
                .says(
                        tried.refused()
                                ? "One endpoint tried again and again, and refused"
                                : "One endpoint tried again and again, without an answer")
                .observed("port " + key.detail().substring(cut + 1))
                .limit(least + " tries, none of them answered")
                .measure("tries", tried.attempts(), "flows", least)
                .measure("span", (tried.lastNanos() - tried.firstNanos()) / 1e9, "s", null);
        return verdict.reading(new Behaviour(
                tried.refused() ? "refused" : "silent",
                tried.firstNanos(),
                tried.lastNanos(),
                tried.attempts(),
                tried.packets(),
                verdict.measures(),
                List.of()));
    }
}
