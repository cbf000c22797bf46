package io.wirecase.detection.out;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.intel.Sighting;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventHeaders;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.detection.behaviour.DigestBlock;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts events on their way to the sinks, in the order of the calls. */
public final class Outbox {

    /** The name of the sink for alerts and end markers. */
    public static final String ALERTS = "alerts";

    /** The name of the sink for digests and end markers on their way to their subjects. */
    public static final String DIGESTS = "digests";

    /** The name of the sink for what could not be read. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** The name of the sink for new facts about hosts. */
    public static final String SIGHTINGS = "sightings";

    private static final String SERVICE = "detection";
    private static final int LONGEST_REASON = 500;

    private final ProcessorContext<String, Outgoing> context;
    private final Names names;
    private final int partitions;
    private final int digestPartitions;

    /**
     * The sinks of one processor.
     *
     * @param alerts of alerts and end markers
     * @param digests of digests and end markers; of a processor that sends none, any
     * @param deadLetters of what could not be read
     */
    public record Names(String alerts, String digests, String deadLetters) {
        /** Where flows are read. */
        public static final Names OF_FLOWS = new Names(ALERTS, DIGESTS, DEAD_LETTERS);
        /** Where digests are read. */
        public static final Names OF_SUBJECTS = new Names("subject-alerts", DIGESTS, "subject-dead-letters");
    }

    /**
     * An outbox.
     *
     * @param names the sinks
     * @param partitions how many partitions the alerts topic has
     * @param digestPartitions how many partitions the digests topic has
     */
    public Outbox(ProcessorContext<String, Outgoing> context, Names names, int partitions, int digestPartitions) {
        this.context = context;
        this.names = names;
        this.partitions = partitions;
        this.digestPartitions = digestPartitions;
    }

    /** How many partitions the digests topic has. */
    public int digestPartitions() {
        return digestPartitions;
    }

    /** Sends digests to the partition of their subjects. */
    public void digests(DigestBlock block, int partition) {
        Headers headers = KafkaHeaders.of(EventType.SUBJECT_DIGESTS, block.capture() + "." + block.revision(), SERVICE);
        Outgoing outgoing = new Outgoing(partition, block.bytes());
        context.forward(record(block.site(), outgoing, headers), names.digests());
    }

    /** Sends what was said of a capture to every partition of the digests topic, behind all digests. */
    public void toSubjects(EventType type, EndMarker marker) {
        for (int partition = 0; partition < digestPartitions; partition++) {
            Headers headers = KafkaHeaders.of(type, id(marker, partition), SERVICE);
            Outgoing outgoing = new Outgoing(partition, Codec.encode(marker));
            context.forward(record(marker.captureId().toString(), outgoing, headers), names.digests());
        }
    }

    /** How many partitions the alerts topic has. */
    public int partitions() {
        return partitions;
    }

    /** Sends facts about hosts to the partition where those hosts' are kept. */
    public void facts(List<Sighting> sightings, int partition) {
        String first = sightings.getFirst().id().toString();
        Outgoing outgoing = new Outgoing(partition, Codec.encode(sightings));
        context.forward(record(null, outgoing, KafkaHeaders.of(EventType.SIGHTING, first, SERVICE)), names.digests());
    }

    /** Tells a new fact about a host. */
    public void sighting(Sighting sighting) {
        String key = Partitioning.key(sighting.site(), sighting.host());
        Headers headers = KafkaHeaders.of(EventType.SIGHTING, sighting.id().toString(), SERVICE);
        context.forward(record(key, new Outgoing(null, Codec.encode(sighting)), headers), SIGHTINGS);
    }

    /** Sends an alert. @return the partition it goes to */
    public int alert(Alert alert, byte[] encoded) {
        String key = Partitioning.key(alert.site(), alert.subject().host());
        int partition = Partitioning.partition(key, partitions);
        Headers headers = KafkaHeaders.of(EventType.ALERT, alert.id() + "." + alert.revision(), SERVICE);
        context.forward(record(key, new Outgoing(partition, encoded), headers), names.alerts());
        return partition;
    }

    /** Sends an end marker to one partition. */
    public void marker(EndMarker marker, int partition) {
        Headers headers = KafkaHeaders.of(EventType.CAPTURE_END, id(marker, partition), SERVICE);
        Outgoing outgoing = new Outgoing(partition, Codec.encode(marker));
        context.forward(record(marker.captureId().toString(), outgoing, headers), names.alerts());
    }

    private static String id(EndMarker marker, int partition) {
        return marker.captureId() + "." + marker.revision() + "." + marker.flowPartition() + "." + partition + "."
                + marker.flows() + (marker.last() ? "" : "." + marker.throughNanos());
    }

    /** Puts aside what could not be read or judged, with the reason. */
    public void deadLetter(@Nullable String key, byte[] bytes, String reason) {
        String shown = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        Headers headers = KafkaHeaders.of(Map.of(EventHeaders.REASON, shown));
        context.forward(record(key, new Outgoing(null, bytes), headers), names.deadLetters());
    }

    private Record<String, Outgoing> record(@Nullable String key, Outgoing outgoing, Headers headers) {
        return new Record<>(key, outgoing, context.currentSystemTimeMs(), headers);
    }
}
