package io.wirecase.detection.out;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends each record to the partition it names; end markers count on that. */
public final class ExplicitPartitioner implements StreamPartitioner<String, Outgoing> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Outgoing value, int partitions) {
        Integer partition = value.partition();
        return partition == null ? Optional.empty() : Optional.of(Set.of(partition));
    }
}
