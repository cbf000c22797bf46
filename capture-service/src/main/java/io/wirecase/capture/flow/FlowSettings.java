package io.wirecase.capture.flow;

import java.time.Duration;

/**
 * When flows end and how many are kept. Times are capture time.
 *
 * @param tcpIdle silence that ends an open TCP flow
 * @param udpIdle silence that ends any other flow
 * @param closedLinger how long a closed or reset TCP flow waits for stragglers
 * @param active age after which a flow that goes on is published in parts
 * @param maxFlows most flows kept, those that wait to be published in order included
 * @param maxBufferedBytes most bytes kept out of order over all flows
 * @param maxParserBytes most bytes kept of payload over all flows, those out of order included, roughly
 */
public record FlowSettings(
        Duration tcpIdle,
        Duration udpIdle,
        Duration closedLinger,
        Duration active,
        int maxFlows,
        long maxBufferedBytes,
        long maxParserBytes) {

    private static final long DEFAULT_PARSER_BYTES = 128L << 20;

    /**
     * Five minutes for TCP (Zeek's value; shorter than most keep-alives would split one conversation into many), two
     * for the rest (most UDP exchanges end within seconds, NAT tables keep them that long), 15 s for stragglers, parts
     * every ten minutes so that a live report is never older than that. So many flows fit a heap of 512 MiB even
     * when parsers hold all they may besides (a bare SYN takes about 1.2 KiB).
     */
    public static final FlowSettings DEFAULT = new FlowSettings(
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(15),
            Duration.ofMinutes(10),
            65_536,
            32L << 20,
            DEFAULT_PARSER_BYTES);

    /** Settings whose parsers may keep as much as by default. */
    public FlowSettings(
            Duration tcpIdle,
            Duration udpIdle,
            Duration closedLinger,
            Duration active,
            int maxFlows,
            long maxBufferedBytes) {
        this(tcpIdle, udpIdle, closedLinger, active, maxFlows, maxBufferedBytes, DEFAULT_PARSER_BYTES);
    }

    /** The same settings with another limit of what is kept of payload. */
    public FlowSettings withParserBytes(long most) {
        return new FlowSettings(tcpIdle, udpIdle, closedLinger, active, maxFlows, maxBufferedBytes, most);
    }

    /** Refuses what cannot work. */
    public FlowSettings {
        if (maxFlows < 1 || maxBufferedBytes < 0 || maxParserBytes < 0) {
            throw new IllegalArgumentException("at least one flow and no negative buffer: " + maxFlows);
        }
    }
}
