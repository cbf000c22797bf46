package io.wirecase.detection.scan;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.measure.Contact.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One originator's contacts in one bucket: a commutative fold of bounded size. Up to the cap every target is kept;
 * beyond it those are whose hashes begin with so many zero bits (adaptive sampling, Flajolet 1990), which is a fair sample
 * and the same one in every order. Not thread-safe.
 */
public final class ScanState {

    /** The most captures named; older ones give way. */
    static final int MAX_CAPTURES = 16;

    private final Map<Target, Tries> targets = new HashMap<>();
    private final TreeSet<UUID> exampleIds = new TreeSet<>();
    private final List<UUID> captures = new ArrayList<>();
    private int level;
    private Announced announced = Announced.NEVER;
    private Upkeep upkeep = Upkeep.NONE;

    /** An empty state. */
    public ScanState() {}

    /**
     * What was said of it already.
     *
     * @param revision the last alert's revision, 0 before the first
     * @param pairs distinct targets in it, 0 when it was withdrawn
     * @param outdated whether contacts came since
     */
    public record Announced(int revision, int pairs, boolean outdated) {
        static final Announced NEVER = new Announced(0, 0, false);
    }

    /**
     * What the store keeps with it.
     *
     * @param slot the arrival slot under which it is indexed for expiry, or -1
     * @param owed the capture whose end marker must bring the final counts, or null
     * @param owedRevision that capture's revision
     */
    public record Upkeep(long slot, @Nullable UUID owed, int owedRevision) {
        /** Not stored yet. */
        public static final Upkeep NONE = new Upkeep(-1, null, 0);
    }

    /**
     * Folds a contact in.
     *
     * @param capture the capture it is from
     * @param maxPairs the most targets kept exactly
     * @return whether its flow belongs among the examples: see {@link #exampleIds()}
     */
    public boolean add(ScanContact contact, UUID capture, int maxPairs) {
        captures.remove(capture);
        captures.add(capture);
        if (captures.size() > MAX_CAPTURES) {
            captures.removeFirst();
        }
        if (announced.revision() > 0) {
            announced = new Announced(announced.revision(), announced.pairs(), true);
        }
        Target target = new Target(contact.host(), contact.port());
        if (Long.numberOfLeadingZeros(target.hash()) >= level) {
            targets.merge(target, Tries.of(contact), Tries::with);
            while (targets.size() > maxPairs) {
                level++;
                targets.keySet().removeIf(kept -> Long.numberOfLeadingZeros(kept.hash()) < level);
            }
        }
        return contact.outcome() != Outcome.ANSWERED && example(contact.flow());
    }

    /** The flows to show: failed or empty ones with the smallest ids, which are as good as random and order-free. */
    public List<UUID> exampleIds() {
        return List.copyOf(exampleIds);
    }

    /** The captures it draws on, the last one last. */
    public List<UUID> captures() {
        return List.copyOf(captures);
    }

    /** Distinct targets kept. */
    public int kept() {
        return targets.size();
    }

    /** Distinct targets by targets kept: 1, or a power of two where they are a sample. */
    long scale() {
        return 1L << level;
    }

    /** What was said of it already. */
    public Announced announced() {
        return announced;
    }

    /** Notes that an alert went out. */
    public void announce(int pairs) {
        announced = new Announced(announced.revision() + 1, pairs, false);
    }

    /** Notes that nothing more is to be said. */
    public void settle() {
        announced = new Announced(announced.revision(), announced.pairs(), false);
    }

    /** What the store keeps with it. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** Replaces what the store keeps with it. */
    public void upkeep(Upkeep changed) {
        upkeep = changed;
    }

    Map<Target, Tries> targets() {
        return targets;
    }

    /** Zero bits that the hashes of the targets kept begin with; 0 where all are kept. */
    int level() {
        return level;
    }

    /** Fills a state from storage. */
    void restore(List<UUID> ofCaptures, List<UUID> ofExamples, Announced said, Upkeep kept) {
        captures.addAll(ofCaptures);
        exampleIds.addAll(ofExamples);
        announced = said;
        upkeep = kept;
    }

    /** Fills a state's sample from storage. */
    void restore(int zeroBits, Map<Target, Tries> kept) {
        level = zeroBits;
        targets.putAll(kept);
    }

    private boolean example(UUID flow) {
        if (!exampleIds.add(flow)) {
            return false;
        }
        if (exampleIds.size() > Behaviour.MAX_EXAMPLES) {
            exampleIds.pollLast();
        }
        return exampleIds.contains(flow);
    }
}
