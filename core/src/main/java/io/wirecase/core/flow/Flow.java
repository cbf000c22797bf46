package io.wirecase.core.flow;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.net.IpAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation between two endpoints: what was measured and parsed, judged nowhere. A long flow is published
 * several times under the same id with cumulative counters.
 *
 * @param id deterministic id (see {@link io.wirecase.core.wire.Ids#flow})
 * @param origin where it was seen
 * @param key who and over what
 * @param span when, and which packets
 * @param traffic how much each side sent
 * @param ending why this record was published
 * @param application what it carries
 * @param facts what the parsers read
 * @param resolution the name the client had resolved to reach the responder, or null
 * @param activity how it was spread in time
 * @param readUntil number of the last packet whose payload was read, where the sensor's memory did not allow more; what
 *     was read before may be missing too. Null where all was read that parsers wanted
 */
public record Flow(
        UUID id,
        FlowOrigin origin,
        FlowKey key,
        Span span,
        Traffic traffic,
        Ending ending,
        Application application,
        Facts facts,
        @Nullable Resolution resolution,
        Activity activity,
        @Nullable Long readUntil) {

    /** A flow of which all was read that parsers wanted. */
    public Flow(
            UUID id,
            FlowOrigin origin,
            FlowKey key,
            Span span,
            Traffic traffic,
            Ending ending,
            Application application,
            Facts facts,
            @Nullable Resolution resolution,
            Activity activity) {
        this(id, origin, key, span, traffic, ending, application, facts, resolution, activity, null);
    }

    /** The originator's address. */
    public IpAddress originator() {
        return key.originator().address();
    }

    /** The responder's address. */
    public IpAddress responder() {
        return key.responder().address();
    }
}
