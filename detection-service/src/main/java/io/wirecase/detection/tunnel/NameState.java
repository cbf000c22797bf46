package io.wirecase.detection.tunnel;

import io.wirecase.core.measure.DomainTally;
import io.wirecase.core.measure.DomainTally.Sums;
import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;

/** What one host asked of one registered domain, added up. */
final class NameState implements BehaviourState<NameTalk> {

    private static final int VERSION = 1;

    private Seen seen = Seen.NONE;
    private DomainTally tally = new DomainTally();
    private Variety greatest = Variety.NONE;

    static NameState of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        NameState state = new NameState();
        state.seen = Seen.read(in);
        state.greatest = Variety.read(in);
        Sums sums = new Sums(in.count(), in.count(), in.count(), in.count(), in.count());
        state.tally = new DomainTally(sums, in.sample(DomainTally.MAX_DISTINCT), in.sample(DomainTally.MAX_DISTINCT));
        return state;
    }

    @Override
    public void add(NameTalk talk) {
        seen = seen.plus(talk.seen());
        tally.add(talk.tally());
        greatest = greatest.greater(talk.variety());
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION);
        seen.write(out);
        greatest.write(out);
        Sums sums = tally.sums();
        out.counts(sums.transactions(), sums.nameChars(), sums.nameMillibits(), sums.dataAnswers(), sums.dataBytes());
        return out.sample(tally.names()).sample(tally.answers()).bytes();
    }

    Seen seen() {
        return seen;
    }

    Sums sums() {
        return tally.sums();
    }

    /** Distinct names, at least: of flows that say only how many they had, the greatest number counts. */
    long names() {
        return Math.max(greatest.names(), tally.names().count());
    }

    /** The share of different names: over all that were kept, or in the long flow that had most. */
    double differentNames() {
        return Math.max(greatest.ofNames(), all().ofNames());
    }

    /** The same of answers that can carry data. */
    double differentAnswers() {
        return Math.max(greatest.ofAnswers(), all().ofAnswers());
    }

    private Variety all() {
        Sums sums = tally.sums();
        return new Variety(
                tally.names().count(), sums.transactions(), tally.answers().count(), sums.dataAnswers());
    }
}
