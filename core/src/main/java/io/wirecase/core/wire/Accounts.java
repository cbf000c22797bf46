package io.wirecase.core.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 * @param losses what it shows that it does not hold, or null when that was not counted
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
        List<String> notes,
        @Nullable Losses losses) {

    /** What follows the count in the note on packets that the recording system lost. */
    public static final String LOST = " packets were lost by the system that recorded";

    /** Accounts of a capture whose losses were not counted. */
    public Accounts(
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
        this(
                packets,
                decoded,
                undecodable,
                truncated,
                bytes,
                firstNanos,
                lastNanos,
                resolution,
                linkTypes,
                flows,
                evicted,
                notes,
                null);
    }

    /** Keeps its own copies. */
    public Accounts {
        undecodable = Map.copyOf(undecodable);
        linkTypes = List.copyOf(linkTypes);
        notes = List.copyOf(notes);
    }

    /** The same accounts with more notes. */
    public Accounts with(List<String> moreNotes) {
        return new Accounts(
                packets,
                decoded,
                undecodable,
                truncated,
                bytes,
                firstNanos,
                lastNanos,
                resolution,
                linkTypes,
                flows,
                evicted,
                Stream.concat(notes.stream(), moreNotes.stream()).toList(),
                losses);
    }

    /** The note that says how many packets the recording system lost. */
    public static String lost(long packets) {
        return packets + LOST;
    }

    /** How many packets the recording system says it lost, or null when it says nothing. */
    public @Nullable Long dropped() {
        return notes.stream()
                .filter(n -> n.matches("\\d{1,18}" + LOST))
                .map(n -> Long.valueOf(n.substring(0, n.length() - LOST.length())))
                .findFirst()
                .orElse(null);
    }
}
