package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Sighting;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.detection.out.Outbox;
import io.wirecase.detection.sighting.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends facts about hosts to where each host's are kept. Those it sent lately it does not send again; what it has
 * forgotten since, or knew before a restart, is known there.
 */
final class FactGather {

    private static final int MOST_REMEMBERED = 32_768;

    private final Outbox outbox;
    private final TreeMap<Integer, List<Sighting>> byPartition = new TreeMap<>();
    private final Map<Fact, Long> lately = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Fact, Long> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    FactGather(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Takes what a flow tells.
     *
     * @param facts what was read in it
     * @param slot the present stretch of arrival: a fact is sent again in each, so that it is known to be still seen
     */
    void take(Flow flow, Set<Fact> facts, long slot) {
        for (Fact fact : facts) {
            Long before = lately.put(fact, slot);
            if (before == null || before != slot) {
                String key = Partitioning.key(fact.site(), fact.host());
                byPartition
                        .computeIfAbsent(
                                Partitioning.partition(key, outbox.digestPartitions()), any -> new ArrayList<>())
                        .add(fact.in(flow));
            }
        }
    }

    /** Sends what was taken since, a record a partition. */
    void send() {
        byPartition.forEach((partition, sightings) -> outbox.facts(sightings, partition));
        byPartition.clear();
    }
}
