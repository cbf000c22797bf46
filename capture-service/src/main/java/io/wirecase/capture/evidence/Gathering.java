package io.wirecase.capture.evidence;

import io.wirecase.capture.flow.PacketListener;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Writes the packets that a selection wants, and knows when no more of them can come. */
final class Gathering implements PacketListener {

    private final Selection selection;
    private final CutFile file;
    private final Set<UUID> found = new HashSet<>();
    private final Set<UUID> open;
    private long lastWritten;

    Gathering(Selection selection, CutFile file) {
        this.selection = selection;
        this.file = file;
        this.open = new HashSet<>(selection.flows());
    }

    @Override
    public void counted(UUID flow, FlowKey key, RawPacket packet) {
        if (!selection.wants(flow, key)) {
            return;
        }
        if (!selection.flows().isEmpty()) {
            found.add(flow);
        }
        // A packet that is counted to two flows asked for is one packet.
        if (selection.in(packet.timeNanos()) && packet.number() != lastWritten) {
            lastWritten = packet.number();
            try {
                write(packet);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    void write(RawPacket packet) throws IOException {
        file.write(packet);
    }

    /** Takes a flow's record: after the last one no packet is counted to it. */
    void ended(Flow flow) {
        if (flow.ending().last()) {
            open.remove(flow.id());
        }
    }

    /** Whether every flow asked for has ended. */
    boolean complete() {
        return open.isEmpty() && !selection.flows().isEmpty();
    }

    Set<UUID> found() {
        return found;
    }
}
