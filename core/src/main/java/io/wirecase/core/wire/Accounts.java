package io.wirecase.core.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where every packet of a capture went: {@code packets = decoded + sum(undecodable)}.
 *
 * @param packets packets read
 * @param decoded packets decoded into a flow
 * @param undecodable packets not decoded, by reason
 * @param truncated decoded packets of which the capture kept only a part
 * @param bytes bytes on the wire, as the capture states them
 * @param firstNanos capture time of the earliest packet, or null without packets
 * @param lastNanos capture time of the latest packet, or null without packets
 * @param resolution the resolution of its times: {@code "us"}, {@code "ns"} or another power, for example {@code
 *     "2^-20"}
 * @param linkTypes names of the link types it holds
 * @param flows flow records published
 * @param evicted flows pushed out because the table was full
 * @param notes what else a reader must know, for example where a cut file ends
 */
public record Accounts(
        long packets,
        long decoded,
        Map<String, Long> undecodable,
        long truncated,
        long bytes,
        @Nullable Long firstNanos,
        @Nullable Long lastNanos,
        String resolution,
        List<String> linkTypes,
        long flows,
        long evicted,
        List<String> notes) {

    /** Keeps its own copies. */
    public Accounts {
        undecodable = Map.copyOf(undecodable);
        linkTypes = List.copyOf(linkTypes);
        notes = List.copyOf(notes);
    }
}
