package io.wirecase.core.wire;

import java.util.Optional;

/** Types of events on the bus: the CloudEvents {@code type} attribute (CloudEvents 1.0). */
public enum EventType {
    CAPTURE_STATE("io.wirecase.capture.state.v1"),
    /** A block of flows in the internal encoding. */
    FLOW_BLOCK("io.wirecase.flow.block.v1"),
    /** Nothing of a capture follows on this partition. */
    CAPTURE_END("io.wirecase.capture.end.v1"),
    ALERT("io.wirecase.alert.raised.v1"),
    ENRICHED_ALERT("io.wirecase.alert.enriched.v1"),
    REPORT_READY("io.wirecase.report.ready.v1");

    private final String type;

    EventType(String type) {
        this.type = type;
    }

    /** The attribute's value. */
    public String type() {
        return type;
    }

    /** The event type of an attribute's value, or empty for one that is not ours. */
    public static Optional<EventType> of(String type) {
        for (EventType event : values()) {
            if (event.type.equals(type)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
