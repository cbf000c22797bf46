package io.wirecase.report.input;

import io.wirecase.core.net.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Totals over all flows in scope. Bytes are frame bytes, both directions.
 *
 * @param flows flows
 * @param packets packets
 * @param bytes frame bytes
 * @param protocols by application name, most bytes first, then name
 * @param protocolsTotal how many there are
 * @param talkers addresses by frame bytes sent and received, then address
 * @param talkersTotal how many addresses there are
 * @param conversations pairs of addresses by frame bytes, then addresses
 * @param conversationsTotal how many pairs there are
 * @param busiestMinute the minute in which the flows with the most packets started, or null without flows
 */
public record FlowTotals(
        long flows,
        long packets,
        long bytes,
        List<Protocol> protocols,
        long protocolsTotal,
        List<Talker> talkers,
        long talkersTotal,
        List<Conversation> conversations,
        long conversationsTotal,
        @Nullable Minute busiestMinute) {

    /** Keeps its own copies of the lists. */
    public FlowTotals {
        protocols = List.copyOf(protocols);
        talkers = List.copyOf(talkers);
        conversations = List.copyOf(conversations);
    }

    /**
     * An application's share; the name is {@link io.wirecase.core.flow.Application#name()} or the
     * transport's when unknown.
     */
    public record Protocol(String name, long packets, long bytes, long flows) {}

    /** What an address sent and received. */
    public record Talker(IpAddress address, long packets, long sentBytes, long receivedBytes, long flows) {}

    /** What two addresses exchanged, whoever began; {@code a} orders before {@code b}. */
    public record Conversation(IpAddress a, IpAddress b, long packets, long bytes, long flows) {}

    /** Packets of the flows that started in a minute; the minute is its first nanosecond. */
    public record Minute(long startNanos, long packets) {}
}
