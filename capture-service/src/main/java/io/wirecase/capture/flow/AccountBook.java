package io.wirecase.capture.flow;

import io.wirecase.capture.packet.Outcome;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.tcp.TcpConversation;
import io.wirecase.core.wire.Losses;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts where packets go. */
final class AccountBook {

    private static final Outcome[] OUTCOMES = Outcome.values();

    private final long[] outcomes = new long[OUTCOMES.length];
    private final SortedSet<Integer> linkTypes = new TreeSet<>();
    private long packets;
    private long truncated;
    private long bytes;
    private long lowestNanos = Long.MAX_VALUE;
    private long highestNanos = Long.MIN_VALUE;
    private long previousNanos;
    private long resolutionNanos;
    private long stepsBack;
    private long farthestStep;
    private long cutBytes;
    private long connections;
    private long oneSided;
    private long incomplete;
    private long missingBytes;
    private int linkType = Integer.MIN_VALUE;
    private long evicted;

    void add(RawPacket raw, Outcome outcome, boolean shortened) {
        long now = raw.timeNanos();
        outcomes[outcome.ordinal()]++;
        if (packets > 0 && now < previousNanos) {
            stepsBack++;
            farthestStep = Math.max(farthestStep, previousNanos - now);
        }
        packets++;
        bytes += raw.original();
        truncated += outcome == Outcome.DECODED && (shortened || raw.captured() < raw.original()) ? 1 : 0;
        cutBytes += outcome == Outcome.DECODED ? Math.max(0, raw.original() - raw.captured()) : 0;
        previousNanos = now;
        lowestNanos = Math.min(lowestNanos, now);
        highestNanos = Math.max(highestNanos, now);
        resolutionNanos = Math.max(resolutionNanos, raw.resolutionNanos());
        if (raw.linkType() != linkType) {
            linkType = raw.linkType();
            linkTypes.add(linkType);
        }
    }

    private Map<Outcome, Long> undecodable() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : OUTCOMES) {
            long count = outcomes[outcome.ordinal()];
            if (outcome != Outcome.DECODED && count > 0) {
                counts.put(outcome, count);
            }
        }
        return counts;
    }

    void evicted() {
        evicted++;
    }

    /** Takes a connection of which nothing more comes. */
    void ended(TcpConversation connection) {
        connections++;
        boolean one = connection.oneSided();
        oneSided += one ? 1 : 0;
        incomplete += !one && connection.incomplete() ? 1 : 0;
        missingBytes += connection.missingBytes();
    }

    Accounts accounts(long flows, Fragments fragments, ParserMemory memory) {
        return new Accounts(
                packets,
                outcomes[Outcome.DECODED.ordinal()],
                undecodable(),
                truncated,
                bytes,
                packets == 0 ? null : lowestNanos,
                packets == 0 ? null : highestNanos,
                packets == 0 ? null : resolutionNanos,
                List.copyOf(linkTypes),
                flows,
                new Shortages(
                        evicted,
                        memory.retired(),
                        memory.names().evicted(),
                        memory.expected().evicted(),
                        memory.early().skipped()),
                new Losses(cutBytes, connections, oneSided, incomplete, missingBytes, stepsBack, farthestStep),
                fragments);
    }
}
