package io.wirecase.capture.application;

import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
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

    private final Book announced = new Book();
    private final Book used = new Book();

    private long evicted;

    private record Expected(String name, long untilNanos) {}

    /** Ends and what is expected at them, the oldest first. */
    private final class Book {

        private final Map<Endpoint, Expected> ends = new LinkedHashMap<>();

        void put(Endpoint end, String name, long timeNanos) {
            ends.remove(end);
            ends.put(end, new Expected(name, timeNanos + LASTS_NANOS));
            if (ends.size() > MAX) {
                ends.remove(ends.keySet().iterator().next());
                evicted++;
            }
        }

        @Nullable
        String of(Endpoint originator, Endpoint responder, long nowNanos) {
            if (ends.isEmpty()) {
                return null;
            }
            String name = of(responder, nowNanos);
            return name == null ? of(originator, nowNanos) : name;
        }

        private @Nullable String of(Endpoint end, long nowNanos) {
            Expected expected = ends.get(end);
            return expected == null || nowNanos > expected.untilNanos() ? null : expected.name();
        }
    }

    /** Nothing is expected yet. */
    public ExpectedFlows() {}

    /** Bytes of memory they take, roughly. */
    public long held() {
        return (long) (announced.ends.size() + used.ends.size()) * AN_END;
    }

    /** Announcements that made room for others. */
    public long evicted() {
        return evicted;
    }

    @Override
    public void expect(String protocol, IpAddress address, int port, long timeNanos) {
        announced.put(new Endpoint(address, port), protocol, timeNanos);
    }

    @Override
    public void use(String application, Endpoint end, long timeNanos) {
        used.put(end, application, timeNanos);
    }

    @Override
    public @Nullable String used(Endpoint originator, Endpoint responder, long nowNanos) {
        return used.of(originator, responder, nowNanos);
    }

    @Override
    public @Nullable String announced(Endpoint originator, Endpoint responder, long nowNanos) {
        return announced.of(originator, responder, nowNanos);
    }
}
