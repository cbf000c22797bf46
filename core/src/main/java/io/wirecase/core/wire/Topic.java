package io.wirecase.core.wire;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka topic as deployments must create it.
 *
 * @param name its name
 * @param key what its records are keyed by
 * @param cleanup what happens to old records
 * @param retention how long records are kept by their arrival time, or null for compacted topics
 * @param publicContract whether integrations may read it
 */
public record Topic(
        String name, String key, Cleanup cleanup, @Nullable Duration retention, boolean publicContract) {

    /** Partitions where a deployment says nothing else. */
    public static final int DEFAULT_PARTITIONS = 4;

    /** What happens to old records. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    /** The topic's broker configuration. Arrival time is stamped by the broker: captures may be years old. */
    public Map<String, String> config() {
        String retentionMs = retention == null ? "-1" : Long.toString(retention.toMillis());
        return switch (cleanup) {
            case COMPACT -> Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime");
            case DELETE ->
                Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        retentionMs,
                        "message.timestamp.type",
                        "LogAppendTime");
        };
    }

    /** The dead-letter topic of what could not be read from this one. */
    public Topic deadLetters() {
        return new Topic(name + ".dlq", key, Cleanup.DELETE, Topics.DEAD_LETTER_RETENTION, false);
    }
}
