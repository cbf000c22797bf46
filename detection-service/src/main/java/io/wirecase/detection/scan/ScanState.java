package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact.Outcome;
import io.wirecase.detection.behaviour.Examples;
import io.wirecase.detection.behaviour.Upkeep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * One originator's contacts in one bucket: a commutative fold of bounded size. Up to the cap every target is kept;
 * beyond it those are whose hashes begin with so many zero bits (adaptive sampling, Flajolet 1990), which is a fair
 * sample and the same one in every order. Targets lie in chunks that are loaded when they are needed, so that a contact
 * costs one small chunk and not the whole. Not thread-safe.
 */
public final class ScanState {

    /** The most captures named; older ones give way. */
    public static final int MAX_CAPTURES = 16;

    /** Targets of a chunk on average before there are twice as many chunks. */
    private static final int CHUNK_TARGETS = 32;

    private static final int MAX_CHUNK_BITS = 7;

    private final IntFunction<Map<Target, Tries>> stored;
    private final Map<Integer, Map<Target, Tries>> loaded = new TreeMap<>();
    private final Set<Integer> changed = new TreeSet<>();
    private final TreeSet<Long> shown = new TreeSet<>();
    private final List<UUID> captures = new ArrayList<>();
    private Counters counters = Counters.NONE;
    private Announced announced = Announced.NEVER;
    private Upkeep upkeep = Upkeep.NONE;

    /** An empty state. */
    public ScanState() {
        this(chunk -> new HashMap<>());
    }

    /** A state whose chunks of targets are stored elsewhere; each is asked for once at most. */
    ScanState(IntFunction<Map<Target, Tries>> stored) {
        this.stored = stored;
    }

    /**
     * What is known without loading a chunk.
     *
     * @param kept targets kept
     * @param unanswered those of them over which no payload went
     * @param unjudged tries without payload since it was judged last
     * @param level zero bits that the hashes of the targets kept begin with; 0 where all are kept
     * @param chunkBits the number of chunks is two to this power
     */
    record Counters(int kept, int unanswered, int unjudged, int level, int chunkBits) {
        static final Counters NONE = new Counters(0, 0, 0, 0, 0);
    }

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
     * Folds a contact in.
     *
     * @param capture the capture it is from
     * @param maxPairs the most targets kept
     * @return whether its flow belongs among the examples: failed or empty ones
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
        if (Long.numberOfLeadingZeros(target.hash()) >= counters.level()) {
            merge(target, Tries.of(contact));
            makeRoom(maxPairs);
        }
        return contact.outcome() != Outcome.ANSWERED && Examples.shown(shown, contact.lot());
    }

    /** The lots of the flows to show: see {@link Examples}. */
    List<Long> shown() {
        return List.copyOf(shown);
    }

    /** The captures it draws on, the last one last. */
    public List<UUID> captures() {
        return List.copyOf(captures);
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
        judged();
    }

    /** Notes that it was judged as it is. */
    public void judged() {
        counters = new Counters(counters.kept(), counters.unanswered(), 0, counters.level(), counters.chunkBits());
    }

    /**
     * All tries at one target so far.
     *
     * @param attempts how many
     * @param packets their packets
     * @param firstNanos the first
     * @param lastNanos the last
     * @param failed whether none of them led anywhere
     * @param refused whether somebody answered with a refusal
     */
    public record Attempts(
            long attempts, long packets, long firstNanos, long lastNanos, boolean failed, boolean refused) {}

    /** The tries at a contact's target so far; empty before the first, and where it is not among those kept. */
    public Optional<Attempts> attempts(ScanContact contact) {
        Target target = new Target(contact.host(), contact.port());
        Tries tries = chunk((int) (target.hash() & chunks() - 1)).get(target);
        return tries == null
                ? Optional.empty()
                : Optional.of(new Attempts(
                        tries.attempts(),
                        tries.packets(),
                        tries.firstNanos(),
                        tries.lastNanos(),
                        tries.outcome().failed(),
                        tries.outcome() == Outcome.REFUSED));
    }

    /** How many of the targets kept gave no payload back. */
    public int unanswered() {
        return counters.unanswered();
    }

    /** What the store keeps with it. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** Replaces what the store keeps with it. */
    public void upkeep(Upkeep another) {
        upkeep = another;
    }

    /** The chunks to store again, by number; an empty one is to be deleted. */
    public Map<Integer, byte[]> changedChunks() {
        Map<Integer, byte[]> chunks = new TreeMap<>();
        changed.forEach(chunk -> chunks.put(chunk, ScanStateCodec.encodeChunk(chunk(chunk))));
        return chunks;
    }

    /** How many chunks there are. */
    public int chunks() {
        return 1 << counters.chunkBits();
    }

    Counters counters() {
        return counters;
    }

    /** Distinct targets by targets kept: 1, or a power of two where they are a sample. */
    long scale() {
        return 1L << counters.level();
    }

    /** All targets; loads every chunk. */
    Map<Target, Tries> targets() {
        Map<Target, Tries> all = HashMap.newHashMap(counters.kept());
        for (int chunk = 0; chunk < chunks(); chunk++) {
            all.putAll(chunk(chunk));
        }
        return all;
    }

    /** Fills a state from storage. */
    void restore(List<UUID> ofCaptures, List<Long> ofExamples, Announced said, Upkeep kept) {
        captures.addAll(ofCaptures);
        shown.addAll(ofExamples);
        announced = said;
        upkeep = kept;
    }

    /** Fills a state's counters from storage. */
    void restore(Counters known) {
        counters = known;
    }

    private void merge(Target target, Tries tries) {
        int number = (int) (target.hash() & chunks() - 1);
        Map<Target, Tries> chunk = chunk(number);
        Tries before = chunk.get(target);
        Tries after = before == null ? tries : before.with(tries);
        chunk.put(target, after);
        changed.add(number);
        counters = new Counters(
                counters.kept() + (before == null ? 1 : 0),
                counters.unanswered() + open(after) - (before == null ? 0 : open(before)),
                counters.unjudged() + open(tries),
                counters.level(),
                counters.chunkBits());
    }

    private void makeRoom(int maxPairs) {
        if (counters.kept() > CHUNK_TARGETS << counters.chunkBits() && counters.chunkBits() < MAX_CHUNK_BITS) {
            spread(targets(), counters.level(), counters.chunkBits() + 1);
        }
        while (counters.kept() > maxPairs) {
            int level = counters.level() + 1;
            Map<Target, Tries> fewer = targets();
            fewer.keySet().removeIf(target -> Long.numberOfLeadingZeros(target.hash()) < level);
            spread(fewer, level, counters.chunkBits());
        }
    }

    private void spread(Map<Target, Tries> targets, int level, int chunkBits) {
        loaded.clear();
        for (int chunk = 0; chunk < 1 << chunkBits; chunk++) {
            loaded.put(chunk, new HashMap<>());
            changed.add(chunk);
        }
        int unanswered = 0;
        for (Map.Entry<Target, Tries> entry : targets.entrySet()) {
            chunk((int) (entry.getKey().hash() & (1 << chunkBits) - 1)).put(entry.getKey(), entry.getValue());
            unanswered += open(entry.getValue());
        }
        counters = new Counters(targets.size(), unanswered, counters.unjudged(), level, chunkBits);
    }

    private Map<Target, Tries> chunk(int number) {
        return loaded.computeIfAbsent(number, stored::apply);
    }

    private static int open(Tries tries) {
        return tries.outcome() == Outcome.ANSWERED ? 0 : 1;
    }
}
