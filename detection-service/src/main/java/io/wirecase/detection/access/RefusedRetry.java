package io.wirecase.detection.access;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
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
public final class RefusedRetry implements BehaviourDetector<RefusedRetry.Told, RefusedRetry.Latest> {

    /** The code it raises. */
    public static final String CODE = "refused_retry";

    private static final int POINTS = 10;
    private static final int CLIENT_SHARE = 90;
    private static final int VERSION = 2;

    /** Of the tries that make it one, the part from which on a bucket is told of: what midnight divides is joined. */
    private static final int TOLD = 4;

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

    /**
     * What a bucket of the scan state knows.
     *
     * @param before whether it is the bucket before the one it is told to
     * @param tries the tries in it
     */
    public record Told(boolean before, Attempts tries) {}

    /** What was told last of a bucket and of the one before: later tellings include the earlier ones. */
    public static final class Latest implements BehaviourState<Told> {

        private static final Attempts NONE = new Attempts(0, 0, Long.MAX_VALUE, Long.MIN_VALUE, true, false);

        private Attempts tried = NONE;
        private Attempts before = NONE;

        @Override
        public void add(Told told) {
            if (told.before()) {
                before = later(before, told.tries());
            } else {
                tried = later(tried, told.tries());
            }
        }

        private static Attempts later(Attempts one, Attempts other) {
            return other.attempts() >= one.attempts() ? other : one;
        }

        /** Both buckets' tries; those of this one alone where the one before has an alert of its own. */
        Attempts all(int least) {
            if (tried.attempts() == 0 || before.attempts() == 0 || before.attempts() >= least) {
                return tried;
            }
            return new Attempts(
                    tried.attempts() + before.attempts(),
                    tried.packets() + before.packets(),
                    Math.min(tried.firstNanos(), before.firstNanos()),
                    Math.max(tried.lastNanos(), before.lastNanos()),
                    tried.failed() && before.failed(),
                    tried.refused() || before.refused());
        }

        @Override
        public byte[] bytes() {
            StateWriter out = new StateWriter(VERSION);
            write(out, tried);
            write(out, before);
            return out.bytes();
        }

        private static void write(StateWriter out, Attempts tries) {
            out.counts(tries.attempts(), tries.packets())
                    .bits(tries.firstNanos())
                    .bits(tries.lastNanos())
                    .counts(tries.failed() ? 1 : 0, tries.refused() ? 1 : 0);
        }

        private static Attempts read(StateReader in) {
            return new Attempts(in.count(), in.count(), in.bits(), in.bits(), in.count() == 1, in.count() == 1);
        }
    }

    /** From how many tries in a bucket on a target is told: fewer than make it one, since midnight may divide them. */
    public int told() {
        return Math.max(1, least / TOLD);
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
    public List<Digest<Told>> read(Flow flow) {
        return List.of();
    }

    /** What the scan state tells of a target: to its bucket, and to the next as what was before. */
    public List<Digest<Told>> digests(Flow flow, Attempts tried) {
        String target = flow.responder() + " " + flow.key().responder().port();
        long start = flow.span().startNanos();
        return List.of(
                new Digest<>(flow.originator(), target, start, new Told(false, tried), false),
                new Digest<>(flow.originator(), target, start + bucket.toNanos(), new Told(true, tried), false));
    }

    @Override
    public Latest fresh() {
        return new Latest();
    }

    @Override
    public Latest stored(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Latest latest = new Latest();
        latest.tried = Latest.read(in);
        latest.before = Latest.read(in);
        return latest;
    }

    @Override
    public boolean plausible(Latest state) {
        Attempts tried = state.all(least);
        // What comes faster than programs retry is a flood or a test of load.
        return tried.failed()
                && tried.attempts() >= least
                && tried.lastNanos() - tried.firstNanos() >= tried.attempts() * FASTEST;
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Latest state) {
        Attempts tried = state.all(least);
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
