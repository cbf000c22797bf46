package io.wirecase.core.wire;

import java.util.Optional;

/**
 * Types of events on the bus: the CloudEvents {@code type} attribute (CloudEvents 1.0). Those that integrations may
 * read have a JSON Schema, published with the product under the name that ends its URI.
 */
public enum EventType {
    CAPTURE_STATE("capture.state.v1", true),
    /** A block of flows in the internal encoding. */
    FLOW_BLOCK("flow.block.v1", false),
    /** Nothing of a capture follows on this partition. */
    CAPTURE_END("capture.end.v1", true),
    /** A capture is deleted: what was kept because of its flows is to be forgotten. */
    CAPTURE_DELETED("capture.deleted.v1", false),
    /** What flows of one block tell of subjects that are not their originators. */
    SUBJECT_DIGESTS("subject.digests.v1", false),
    ALERT("alert.raised.v1", false),
    ENRICHED_ALERT("alert.enriched.v1", true),
    REPORT_READY("report.ready.v1", true),
    /** A new fact about a host. */
    SIGHTING("host.sighted.v1", true),
    /** A rule of what not to show. */
    SUPPRESSION("suppression.rule.v1", true);

    private static final String TYPES = "io.wirecase.";
    private static final String SCHEMAS = "urn:wirecase:schema:";

    private final String name;
    private final boolean published;

    EventType(String name, boolean published) {
        this.name = name;
        this.published = published;
    }

    /** The attribute's value. */
    public String type() {
        return TYPES + name;
    }

    /**
     * The {@code dataschema} attribute: the stable URI of the schema, or empty for events of the inside. CloudEvents
     * asks for an absolute URI; a URN names no host that a reader might be tempted to call.
     */
    public Optional<String> dataSchema() {
        return published ? Optional.of(SCHEMAS + name) : Optional.empty();
    }

    /** The event type of an attribute's value, or empty for one that is not ours. */
    public static Optional<EventType> of(String type) {
        for (EventType event : values()) {
            if (event.type().equals(type)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
