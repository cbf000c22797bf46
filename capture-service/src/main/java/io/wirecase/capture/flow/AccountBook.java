package io.wirecase.capture.flow;

import io.wirecase.capture.packet.Outcome;
import io.wirecase.capture.source.RawPacket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts where packets go. */
final class AccountBook {

    private final Map<Outcome, Long> undecodable = new EnumMap<>(Outcome.class);
    private long decoded;
    private final SortedSet<Integer> linkTypes = new TreeSet<>();
    private long packets;
    private long truncated;
    private long bytes;
    private long lowestNanos = Long.MAX_VALUE;
    private long highestNanos = Long.MIN_VALUE;
    private long previousNanos;
    private long resolutionNanos;
    private long stepsBack;
    private int linkType = Integer.MIN_VALUE;
    private long evicted;

    void add(RawPacket raw, Outcome outcome, boolean shortened) {
        long now = raw.timeNanos();
        if (outcome == Outcome.DECODED) {
            decoded++;
        } else {
            undecodable.merge(outcome, 1L, Long::sum);
        }
        stepsBack += packets > 0 && now < previousNanos ? 1 : 0;
        packets++;
        bytes += raw.original();
        truncated += outcome == Outcome.DECODED && (shortened || raw.captured() < raw.original()) ? 1 : 0;
        previousNanos = now;
        lowestNanos = Math.min(lowestNanos, now);
        highestNanos = Math.max(highestNanos, now);
        resolutionNanos = Math.max(resolutionNanos, raw.resolutionNanos());
        if (raw.linkType() != linkType) {
            linkType = raw.linkType();
            linkTypes.add(linkType);
        }
    }

    void evicted() {
        evicted++;
    }

    Accounts accounts(long flows) {
        return new Accounts(
                packets,
                decoded,
                undecodable,
                truncated,
                bytes,
                packets == 0 ? null : lowestNanos,
                packets == 0 ? null : highestNanos,
                packets == 0 ? null : resolutionNanos,
                List.copyOf(linkTypes),
                flows,
                evicted,
                stepsBack);
    }
}
