package io.wirecase.detection.in;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.behaviour.BehaviourAlerts;
import io.wirecase.detection.behaviour.BehaviourEntry;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Examples;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.SubjectDetector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges a state beside others of the same site: they are kept in the same partition. Its alerts name the captures of
 * the flows they show and, last, the one that brought them; whoever told of the same later changes nothing.
 */
final class BesideJudge<S extends JoinedState<?, S>> implements KindFold.Judge<S> {

    private static final int MOST_REMEMBERED = 1_024;

    private final SubjectDetector<?, S> detector;
    private final Function<BehaviourKey, S> stored;
    private final Function<BehaviourKey, List<Flow>> examples;
    private final Map<BehaviourKey, Alert> said = new Lately<>();
    private final Map<BehaviourKey, S> read = new Lately<>();
    private boolean remembers;

    /**
     * A judge for a detector.
     *
     * @param stored reads the state of a key
     * @param examples reads the flows that are kept with it
     */
    BesideJudge(
            SubjectDetector<?, S> detector,
            Function<BehaviourKey, S> stored,
            Function<BehaviourKey, List<Flow>> examples) {
        this.detector = detector;
        this.stored = stored;
        this.examples = examples;
    }

    /** The keys asked for last. */
    private static final class Lately<V> extends LinkedHashMap<BehaviourKey, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BehaviourKey, V> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }

    /** Does something that changes no state, so that each need be read but once. */
    void remember(Runnable work) {
        remembers = true;
        try {
            work.run();
        } finally {
            remembers = false;
            read.clear();
        }
    }

    @Override
    public BehaviourReading read(BehaviourKey key, S state) {
        return detector.read(key, state, detail -> kept(key.beside(detail)));
    }

    /** The state of a key; while it remembers, each is read but once. */
    S kept(BehaviourKey key) {
        if (!remembers) {
            return stored.apply(key);
        }
        S known = read.get(key);
        if (known == null) {
            known = stored.apply(key);
            read.put(key, known);
        }
        return known;
    }

    @Override
    public boolean mayChange() {
        return true;
    }

    @Override
    public long patience() {
        return detector.patience().toMillis();
    }

    @Override
    public boolean keepsAll() {
        return false;
    }

    @Override
    public boolean keeps(S state, Flow flow) {
        return detector.keeps(state, flow);
    }

    @Override
    public Alert next(
            BehaviourKey key, S state, BehaviourReading reading, BehaviourEntry entry, List<Flow> kept, UUID cause) {
        List<Flow> shown = shown(key, reading, kept).stream()
                .filter(flow -> detector.shows(state, reading, flow))
                .toList();
        List<UUID> captures = Stream.concat(
                        shown.stream()
                                .map(flow -> flow.origin().captureId())
                                .filter(capture -> !capture.equals(cause))
                                .distinct(),
                        Stream.of(cause))
                .toList();
        return BehaviourAlerts.next(key, reading, entry, captures, shown);
    }

    private List<Flow> shown(BehaviourKey key, BehaviourReading reading, List<Flow> kept) {
        Set<String> details = detector.shown(key, reading);
        if (details.equals(Set.of(key.detail()))) {
            return kept;
        }
        Examples all = new Examples();
        details.forEach(detail -> all.addAll(examples.apply(key.beside(detail))));
        return all.flows();
    }

    @Override
    public boolean other(BehaviourKey key, Alert next) {
        Alert last = said.get(key);
        return last == null
                || last.revision() + 1 != next.revision()
                || next.status() == Alert.Status.WITHDRAWN
                || !last.subject().equals(next.subject())
                || !last.findings().equals(next.findings())
                || !last.evidence().equals(next.evidence());
    }

    @Override
    public void said(BehaviourKey key, Alert alert) {
        said.put(key, alert);
    }

    @Override
    public void settled(BehaviourEntry entry, S state) {
        state.settled();
        entry.state(state.bytes());
    }
}
