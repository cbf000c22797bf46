package io.wirecase.capture.flow;

import io.wirecase.capture.packet.Outcome;
import io.wirecase.core.wire.Losses;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where every packet went: {@code packets = decoded + sum(undecodable)}, always.
 *
 * @param packets packets accepted
 * @param decoded packets counted in a flow
 * @param undecodable the others by reason, only reasons that occurred
 * @param truncated decoded packets recorded shorter than they were on the wire
 * @param bytes bytes on the wire of all packets
 * @param firstNanos capture time of the earliest packet, or null without one
 * @param lastNanos capture time of the latest packet, or null without one
 * @param resolutionNanos the coarsest clock step among the packets, or null without one
 * @param linkTypes the link types among the packets, lowest first ({@link
 *     io.wirecase.capture.packet.LinkTypes#name} has names)
 * @param flows flow records published, parts counted once each
 * @param shortages what was given up because memory was full
 * @param losses what the packets show that is not there; of connections that ended or were pushed out
 * @param fragments what became of IP packets that came in parts
 */
public record Accounts(
        long packets,
        long decoded,
        Map<Outcome, Long> undecodable,
        long truncated,
        long bytes,
        @Nullable Long firstNanos,
        @Nullable Long lastNanos,
        @Nullable Long resolutionNanos,
        List<Integer> linkTypes,
        long flows,
        Shortages shortages,
        Losses losses,
        Fragments fragments) {

    /** Keeps its own copies. */
    public Accounts {
        undecodable = Map.copyOf(undecodable);
        linkTypes = List.copyOf(linkTypes);
    }

    /** Flows pushed out because too many were open. */
    public long evicted() {
        return shortages.flows();
    }
}
