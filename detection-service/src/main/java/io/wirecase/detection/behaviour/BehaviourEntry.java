package io.wirecase.detection.behaviour;

import io.wirecase.core.flow.Flow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is kept beside the state of any detector: captures, examples, what was said, and the store's own notes. Not
 * thread-safe.
 */
public final class BehaviourEntry {

    /** The most captures named; older ones give way. */
    private static final int MAX_CAPTURES = 16;

    private static final int GROWTH = 2;
    private static final byte VERSION = 2;
    private static final int ID = 2 * Long.BYTES;
    private static final int HEAD = 1 + Long.BYTES + 1 + ID + Integer.BYTES + Integer.BYTES + Long.BYTES + 1 + 2;

    private final List<UUID> captures = new ArrayList<>();
    private final TreeSet<Long> shown = new TreeSet<>();
    private Announced announced = Announced.NEVER;
    private Upkeep upkeep = Upkeep.NONE;
    private byte[] state = {};

    /** An entry of which nothing is known. */
    public BehaviourEntry() {}

    /**
     * What was said of it already.
     *
     * @param revision the last alert's revision, 0 before the first
     * @param weight the weight in it, 0 when it was withdrawn
     * @param outdated whether digests came since
     */
    public record Announced(int revision, long weight, boolean outdated) {
        static final Announced NEVER = new Announced(0, 0, false);
    }

    /** Notes that digests of a capture were folded in. */
    public void touchedBy(UUID capture) {
        captures.remove(capture);
        captures.add(capture);
        if (captures.size() > MAX_CAPTURES) {
            captures.removeFirst();
        }
        if (announced.revision() > 0) {
            announced = new Announced(announced.revision(), announced.weight(), true);
        }
    }

    /**
     * Offers a flow as an example.
     *
     * @return whether it is one now
     */
    public boolean example(Flow flow) {
        return Examples.shown(shown, Draw.of(flow));
    }

    /** The captures it draws on, the last one last. */
    public List<UUID> captures() {
        return List.copyOf(captures);
    }

    /** What was said of it already. */
    public Announced announced() {
        return announced;
    }

    /** Whether a reading says so much more than what was said that it is said again. */
    public boolean due(BehaviourReading reading) {
        return reading.holds() && (announced.weight() == 0 || reading.weight() >= GROWTH * announced.weight());
    }

    /** Whether the end of the capture brings a last word. */
    public boolean last(BehaviourReading reading) {
        return announced.weight() == 0 ? reading.holds() : announced.outdated();
    }

    /** Notes that an alert went out. */
    public void announce(BehaviourReading reading) {
        announced = new Announced(announced.revision() + 1, reading.holds() ? Math.max(1, reading.weight()) : 0, false);
    }

    /** Notes that nothing more is to be said. */
    public void settle() {
        announced = new Announced(announced.revision(), announced.weight(), false);
    }

    /** What the store keeps with it. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** Replaces what the store keeps with it. */
    public void upkeep(Upkeep another) {
        upkeep = another;
    }

    /** The detector's state; empty before the first. */
    public byte[] state() {
        return state.clone();
    }

    /** Replaces the detector's state. */
    public void state(byte[] bytes) {
        state = bytes.clone();
    }

    /** All of it as bytes. */
    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(HEAD + captures.size() * ID + shown.size() * Long.BYTES + state.length);
        UUID owed = upkeep.owed();
        out.put(VERSION).putLong(upkeep.slot()).put((byte) (owed == null ? 0 : 1));
        StoredIds.put(out, owed == null ? new UUID(0, 0) : owed);
        out.putInt(upkeep.owedRevision());
        out.putInt(announced.revision()).putLong(announced.weight()).put((byte) (announced.outdated() ? 1 : 0));
        StoredIds.putAll(out, captures);
        StoredIds.putLots(out, shown);
        return out.put(state).array();
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException for a version this code does not know
     */
    public static BehaviourEntry of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("behaviour state of version " + version);
        }
        BehaviourEntry entry = new BehaviourEntry();
        long slot = in.getLong();
        boolean owes = in.get() == 1;
        UUID owed = StoredIds.id(in);
        entry.upkeep = new Upkeep(slot, owes ? owed : null, in.getInt());
        entry.announced = new Announced(in.getInt(), in.getLong(), in.get() == 1);
        entry.captures.addAll(StoredIds.ids(in));
        entry.shown.addAll(StoredIds.lots(in));
        entry.state = new byte[in.remaining()];
        in.get(entry.state);
        return entry;
    }
}
