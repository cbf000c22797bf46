package io.wirecase.core.wire;

import io.wirecase.core.flow.Flow;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Flows that are kept as bytes, each under a number: one is added or taken away and the others are not decoded. What
 * was written where records had other members is not read, since their names are numbers. Not thread-safe.
 */
public final class PackedFlows {

    private static final int HEAD = Integer.BYTES;
    private static final int EACH = Long.BYTES + 3 * Integer.BYTES;
    private static final UUID NO_CAPTURE = new UUID(0, 0);

    private final TreeMap<Long, PackedFlow> byNumber = new TreeMap<>();

    /** None. */
    public PackedFlows() {}

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws Unreadable for anything else, and for what was written where flows had other members
     */
    public static PackedFlows of(byte[] bytes) throws Unreadable {
        PackedFlows flows = new PackedFlows();
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.getInt() != SharedNames.OF_FLOWS.fingerprint()) {
                throw new Unreadable("flows with other members");
            }
            while (in.hasRemaining()) {
                long number = in.getLong();
                int names = in.getInt();
                int ownNames = in.getInt();
                byte[] flow = new byte[in.getInt()];
                in.get(flow);
                flows.byNumber.put(number, new PackedFlow(flow, names, ownNames));
            }
            return flows;
        } catch (BufferUnderflowException | NegativeArraySizeException notOurs) {
            throw new Unreadable("not packed flows: " + notOurs, notOurs);
        }
    }

    /** Their numbers, ascending, and their bytes. A view: what is removed from it is removed here. */
    public SortedMap<Long, PackedFlow> byNumber() {
        return byNumber;
    }

    /**
     * The flows in the order of their numbers.
     *
     * @throws Unreadable when one of them cannot be read
     */
    public List<Flow> flows() throws Unreadable {
        if (byNumber.isEmpty()) {
            return List.of();
        }
        OpenBlock block = new OpenBlock(NO_CAPTURE, 0, "", 0);
        byNumber.values().forEach(block::add);
        Codec.DecodedBlock decoded = Codec.decodeBlock(block.encoded());
        if (!decoded.bad().isEmpty()) {
            throw new Unreadable(decoded.bad().getFirst().reason());
        }
        return decoded.block().flows();
    }

    /** All of it as bytes. */
    public byte[] bytes() {
        int size = HEAD;
        for (PackedFlow flow : byNumber.values()) {
            size += EACH + flow.size();
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(SharedNames.OF_FLOWS.fingerprint());
        byNumber.forEach((number, flow) -> out.putLong(number)
                .putInt(flow.names())
                .putInt(flow.ownNames())
                .putInt(flow.size())
                .put(flow.bytes()));
        return out.array();
    }
}
