package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.Contact.Outcome;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.StoredIds;
import io.wirecase.detection.behaviour.Upkeep;
import io.wirecase.detection.scan.ScanState.Announced;
import io.wirecase.detection.scan.ScanState.Counters;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Scan state as bytes: fixed-width fields, 32 bytes for a target with an IPv4 address, 44 with an IPv6 one. */
public final class ScanStateCodec {

    private static final byte VERSION = 4;
    private static final int HEAD = 1 + Long.BYTES + 1 + 2 * Long.BYTES + Integer.BYTES + 5 * Integer.BYTES + 1 + 2;
    private static final int ID = 2 * Long.BYTES;
    private static final int TARGET = 2 + 16 + Short.BYTES + 2 * Long.BYTES + 2 * Integer.BYTES;

    private static final int V4 = 0x01;
    private static final int NAMED = 0x02;
    private static final int NO_PORT = 0x04;
    private static final int OUTCOME_SHIFT = 3;
    private static final int MARK_SHIFT = 4;
    private static final int LOW = 0x0F;

    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ScanTechnique[] TECHNIQUES = ScanTechnique.values();
    private static final SynMark[] MARKS = SynMark.values();

    private ScanStateCodec() {}

    /** A state without its targets as bytes. */
    public static byte[] encodeHead(ScanState state) {
        int lists = state.captures().size() * ID + state.shown().size() * Long.BYTES;
        ByteBuffer out = ByteBuffer.allocate(HEAD + 2 + lists);
        Upkeep upkeep = state.upkeep();
        UUID owed = upkeep.owed();
        out.put(VERSION).putLong(upkeep.slot()).put((byte) (owed == null ? 0 : 1));
        StoredIds.put(out, owed == null ? new UUID(0, 0) : owed);
        out.putInt(upkeep.owedRevision());
        Announced announced = state.announced();
        out.putInt(announced.revision()).putInt(announced.pairs()).put((byte) (announced.outdated() ? 1 : 0));
        Counters counters = state.counters();
        out.putInt(counters.kept()).putInt(counters.unanswered()).putInt(counters.unjudged());
        out.put((byte) counters.level()).put((byte) counters.chunkBits());
        StoredIds.putAll(out, state.captures());
        StoredIds.putLots(out, state.shown());
        return used(out);
    }

    /**
     * Reads a state.
     *
     * @param head its head
     * @param chunks its chunks by number, null for those that are empty
     * @throws IllegalArgumentException for a version this code does not know
     */
    public static ScanState decode(byte[] head, IntFunction<byte @Nullable []> chunks) {
        ByteBuffer in = ByteBuffer.wrap(head);
        Upkeep upkeep = upkeep(in);
        Announced announced = new Announced(in.getInt(), in.getInt(), in.get() == 1);
        Counters counters = new Counters(in.getInt(), in.getInt(), in.getInt(), in.get(), in.get());
        ScanState state = new ScanState(number -> {
            byte[] chunk = chunks.apply(number);
            return chunk == null ? new HashMap<>() : decodeChunk(chunk);
        });
        state.restore(StoredIds.ids(in), StoredIds.lots(in), announced, upkeep);
        state.restore(counters);
        return state;
    }

    /** What the store keeps with a state, from its head. */
    public static Upkeep upkeep(byte[] head) {
        return upkeep(ByteBuffer.wrap(head));
    }

    private static Upkeep upkeep(ByteBuffer in) {
        byte version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("scan state of version " + version);
        }
        long slot = in.getLong();
        boolean owes = in.get() == 1;
        UUID owed = StoredIds.id(in);
        return new Upkeep(slot, owes ? owed : null, in.getInt());
    }

    static byte[] encodeChunk(Map<Target, Tries> chunk) {
        ByteBuffer out = ByteBuffer.allocate(chunk.size() * TARGET);
        chunk.forEach((target, tries) -> put(out, target, tries));
        return used(out);
    }

    private static Map<Target, Tries> decodeChunk(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Map<Target, Tries> chunk = new HashMap<>();
        while (in.hasRemaining()) {
            int flags = in.get() & 0xFF;
            int probe = in.get() & 0xFF;
            Target target = target(in, flags);
            chunk.put(target, tries(in, flags, probe));
        }
        return chunk;
    }

    private static byte[] used(ByteBuffer out) {
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void put(ByteBuffer out, Target target, Tries tries) {
        IpAddress host = target.host();
        out.put((byte) ((host.v4() ? V4 : 0)
                | (tries.named() ? NAMED : 0)
                | (target.port() == Contact.NO_PORT ? NO_PORT : 0)
                | tries.outcome().ordinal() << OUTCOME_SHIFT));
        out.put((byte) (tries.technique().ordinal() | tries.mark().ordinal() << MARK_SHIFT));
        if (host.v4()) {
            out.putInt((int) host.low());
        } else {
            out.putLong(host.high()).putLong(host.low());
        }
        out.putShort((short) target.port());
        out.putLong(tries.firstNanos()).putLong(tries.lastNanos());
        out.putInt(tries.attempts()).putInt(tries.packets());
    }

    private static Target target(ByteBuffer in, int flags) {
        IpAddress host = (flags & V4) != 0 ? IpAddress.v4(in.getInt()) : IpAddress.v6(in.getLong(), in.getLong());
        int port = in.getShort() & 0xFFFF;
        return new Target(host, (flags & NO_PORT) != 0 ? Contact.NO_PORT : port);
    }

    private static Tries tries(ByteBuffer in, int flags, int probe) {
        return new Tries(
                in.getLong(),
                in.getLong(),
                in.getInt(),
                in.getInt(),
                OUTCOMES[flags >> OUTCOME_SHIFT & 0x03],
                (flags & NAMED) != 0,
                TECHNIQUES[probe & LOW],
                MARKS[probe >> MARK_SHIFT]);
    }
}
