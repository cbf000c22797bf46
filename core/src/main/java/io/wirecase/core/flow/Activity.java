package io.wirecase.core.flow;

import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.net.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a flow's messages were spread in time.
 *
 * @param originatorPeak most packets the originator sent in one second
 * @param responderPeak most packets the responder sent in one second
 * @param messages the first {@link #MAX_MESSAGES} packets with payload
 * @param minutes the first {@link #MAX_MINUTES} minutes of the clock with packets in them, or null when all packets
 *     are of the minute of the first
 * @param first how the first 4 payloads look of a flow that no parser knows, or knows by half only (such as TLS of
 *     which no hello was seen), or null of any other flow and of one without payload
 */
public record Activity(
        long originatorPeak,
        long responderPeak,
        List<Message> messages,
        @Nullable List<Minute> minutes,
        @Nullable List<FirstPayload> first) {

    /** The most messages kept of a flow. */
    public static final int MAX_MESSAGES = 32;

    /** The most minutes kept of a flow: four hours of one that never pauses. */
    public static final int MAX_MINUTES = 240;

    /** Keeps its own copies of the lists. */
    public Activity {
        messages = List.copyOf(messages);
        minutes = minutes == null ? null : List.copyOf(minutes);
        first = first == null ? null : List.copyOf(first);
    }

    /** The activity of a flow that a parser knows. */
    public Activity(long originatorPeak, long responderPeak, List<Message> messages, @Nullable List<Minute> minutes) {
        this(originatorPeak, responderPeak, messages, minutes, null);
    }

    /** The activity of a flow within one minute. */
    public Activity(long originatorPeak, long responderPeak, List<Message> messages) {
        this(originatorPeak, responderPeak, messages, null, null);
    }

    /**
     * What went both ways in a minute of the clock.
     *
     * @param minute minutes since 1970-01-01T00:00Z
     * @param packets packets
     * @param bytes their bytes on the wire
     */
    public record Minute(long minute, long packets, long bytes) {}

    /**
     * A packet with payload.
     *
     * @param offsetNanos nanoseconds after the flow's start
     * @param sender who sent it
     * @param payloadBytes its payload
     */
    public record Message(long offsetNanos, Party sender, int payloadBytes) {}
}
