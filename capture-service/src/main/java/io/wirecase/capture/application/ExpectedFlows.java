package io.wirecase.capture.application;

import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.core.flow.Endpoint;
import io.wirecase.core.flow.IpAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flows that other flows of the capture said would come: media that a call agreed on, a file's data after its request.
 * One capture run has one, used by one thread.
 */
public final class ExpectedFlows implements FlowContext.Expectations {

    /** The most held at once; the oldest makes room. */
    private static final int MAX = 20_000;
    /** How long after its announcement a flow may begin; calls ring, and pass a transfer on, for minutes. */
    private static final long LASTS_NANOS = 600_000_000_000L;

    /** Bytes that an announcement takes. */
    private static final int AN_END = 220;

    private final Map<Endpoint, Expected> ends = new LinkedHashMap<>();

    private long evicted;

    private record Expected(String protocol, long untilNanos) {}

    /** Nothing is expected yet. */
    public ExpectedFlows() {}

    /** Bytes of memory they take, roughly. */
    public long held() {
        return (long) ends.size() * AN_END;
    }

    /** Announcements that made room for others. */
    public long evicted() {
        return evicted;
    }

    @Override
    public void expect(String protocol, IpAddress address, int port, long timeNanos) {
        Endpoint end = new Endpoint(address, port);
        ends.remove(end);
        ends.put(end, new Expected(protocol, timeNanos + LASTS_NANOS));
        if (ends.size() > MAX) {
            ends.remove(ends.keySet().iterator().next());
            evicted++;
        }
    }

    @Override
    public @Nullable String announced(Endpoint originator, Endpoint responder, long nowNanos) {
        if (ends.isEmpty()) {
            return null;
        }
        String name = announced(responder, nowNanos);
        return name == null ? announced(originator, nowNanos) : name;
    }

    private @Nullable String announced(Endpoint end, long nowNanos) {
        Expected expected = ends.get(end);
        return expected == null || nowNanos > expected.untilNanos() ? null : expected.protocol();
    }
}
