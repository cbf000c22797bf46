package io.wirecase.core.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A block of packed flows while it is filled. Its encoding is a {@link FlowBlock} in Smile, which
 * {@link Codec#decodeBlock} reads like any other; before the flows it has a member that tells their names.
 */
public final class OpenBlock {

    private static final String FLOWS = "flows";
    /** The most that a block takes beside its flows, the site's name left out. */
    private static final int HEAD_BYTES = 8 * 1024;

    private final UUID captureId;
    private final int revision;
    private final String site;
    private final int partition;
    private final List<PackedFlow> flows = new ArrayList<>();
    private int bytes;
    private int names;
    private int ownNames;

    /** An empty one; the parameters are those of {@link FlowBlock}. */
    public OpenBlock(UUID captureId, int revision, String site, int partition) {
        this.captureId = captureId;
        this.revision = revision;
        this.site = site;
        this.partition = partition;
    }

    /** Whether a flow can be added; always when there is none yet. */
    public boolean fits(PackedFlow flow) {
        return flows.isEmpty()
                || flows.size() < FlowBlock.MAX_FLOWS
                        && bytes + flow.size() <= FlowBlock.MAX_BYTES - HEAD_BYTES
                        && ownNames + flow.ownNames() <= SharedNames.OF_FLOWS.room();
    }

    /** Adds a flow. */
    public void add(PackedFlow flow) {
        flows.add(flow);
        bytes += flow.size();
        names = Math.max(names, flow.names());
        ownNames += flow.ownNames();
    }

    /** Whether there is no flow. */
    public boolean isEmpty() {
        return flows.isEmpty();
    }

    /** Forgets its flows. */
    public void clear() {
        flows.clear();
        bytes = 0;
        names = 0;
        ownNames = 0;
    }

    /** Its encoding. */
    public byte[] encoded() {
        SmileBytes out = new SmileBytes(bytes + HEAD_BYTES);
        out.header();
        out.beginObject();
        SharedNames.Head.CAPTURE_ID.tell(out);
        out.id(captureId.getMostSignificantBits(), captureId.getLeastSignificantBits());
        SharedNames.Head.REVISION.tell(out);
        out.number(revision);
        SharedNames.Head.SITE.tell(out);
        out.text(site);
        SharedNames.Head.PARTITION.tell(out);
        out.number(partition);
        SharedNames.Head.NAMES.tell(out);
        out.beginObject();
        SharedNames.OF_FLOWS.tell(names, out);
        out.endObject();
        out.raw(SharedNames.literal(FLOWS));
        out.beginArray();
        for (PackedFlow flow : flows) {
            out.raw(flow.bytes());
        }
        out.endArray();
        out.endObject();
        return out.copy();
    }
}
