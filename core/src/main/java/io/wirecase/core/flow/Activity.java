package io.wirecase.core.flow;

import java.util.List;

/**
 * How a flow's messages were spread in time.
 *
 * @param originatorPeak most packets the originator sent in one second
 * @param responderPeak most packets the responder sent in one second
 * @param messages the first {@link #MAX_MESSAGES} packets with payload
 */
public record Activity(long originatorPeak, long responderPeak, List<Message> messages) {

    /** The most messages kept of a flow. */
    public static final int MAX_MESSAGES = 32;

    /** Keeps its own copy of the list. */
    public Activity {
        messages = List.copyOf(messages);
    }

    /**
     * A packet with payload.
     *
     * @param offsetNanos nanoseconds after the flow's start
     * @param sender who sent it
     * @param payloadBytes its payload
     */
    public record Message(long offsetNanos, Party sender, int payloadBytes) {}
}
