package io.wirecase.detection.out;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts events on their way to the sinks, in the order of the calls. */
public final class Outbox {

    /** The name of the sink for alerts and end markers. */
    public static final String ALERTS = "alerts";

    /** The name of the sink for what could not be read. */
    public static final String DEAD_LETTERS = "dead-letters";

    private static final String SERVICE = "detection";
    private static final int LONGEST_REASON = 500;

    private final ProcessorContext<String, Outgoing> context;
    private final int partitions;

    /**
     * An outbox.
     *
     * @param partitions how many partitions the alerts topic has
     */
    public Outbox(ProcessorContext<String, Outgoing> context, int partitions) {
        this.context = context;
        this.partitions = partitions;
    }

    /** How many partitions the alerts topic has. */
    public int partitions() {
        return partitions;
    }

    /** Sends an alert. @return the partition it goes to */
    public int alert(Alert alert, byte[] encoded) {
        String key = Partitioning.key(alert.site(), alert.subject().host());
        int partition = Partitioning.partition(key, partitions);
        Headers headers = KafkaHeaders.of(EventType.ALERT, alert.id() + "." + alert.revision(), SERVICE);
        context.forward(record(key, new Outgoing(partition, encoded), headers), ALERTS);
        return partition;
    }

    /** Sends an end marker to one partition. */
    public void marker(EndMarker marker, int partition) {
        String id = marker.captureId() + "." + marker.revision() + "." + marker.flowPartition() + "." + partition + "."
                + marker.flows() + (marker.last() ? "" : "." + marker.throughNanos());
        Headers headers = KafkaHeaders.of(EventType.CAPTURE_END, id, SERVICE);
        Outgoing outgoing = new Outgoing(partition, Codec.encode(marker));
        context.forward(record(marker.captureId().toString(), outgoing, headers), ALERTS);
    }

    /** Puts aside what could not be read or judged, with the reason. */
    public void deadLetter(@Nullable String key, byte[] bytes, String reason) {
        String shown = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        Headers headers = KafkaHeaders.of(Map.of(EventHeaders.REASON, shown));
        context.forward(record(key, new Outgoing(null, bytes), headers), DEAD_LETTERS);
    }

    private Record<String, Outgoing> record(@Nullable String key, Outgoing outgoing, Headers headers) {
        return new Record<>(key, outgoing, context.currentSystemTimeMs(), headers);
    }
}
