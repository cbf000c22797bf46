package io.wirecase.core.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** CloudEvents 1.0 attributes as Kafka headers, binary content mode. */
public final class EventHeaders {

    /** The header that holds an event's type. */
    public static final String TYPE = "ce_type";
    /** The header that holds an event's id. */
    public static final String ID = "ce_id";
    /** The header that names the schema of an event's data. */
    public static final String SCHEMA = "ce_dataschema";
    /** In dead-letter topics: why the record could not be read. */
    public static final String REASON = "wirecase_reason";

    private EventHeaders() {}

    /**
     * The headers of an event.
     *
     * @param type its type
     * @param id its id, unique within the source: for alerts {@code id.revision}
     * @param service the service that produced it, for example {@code detection}
     */
    public static Map<String, String> of(EventType type, String id, String service) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put(ID, id);
        headers.put("ce_source", "/wirecase/" + service);
        headers.put(TYPE, type.type());
        type.dataSchema().ifPresent(schema -> headers.put(SCHEMA, schema));
        headers.put(
                "content-type",
                type == EventType.FLOW_BLOCK ? "application/vnd.wirecase.flow-block" : "application/json");
        return headers;
    }
}
