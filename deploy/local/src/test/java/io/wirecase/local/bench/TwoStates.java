package io.wirecase.local.bench;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Two read-modify-writes a flow, gathered by key within a block as the design asks. */
final class TwoStates implements Processor<byte[], byte[], byte[], byte[]> {

    private final long wanted;
    private final AtomicLong seen;
    private final AtomicLong first;
    private final CountDownLatch done;
    private KeyValueStore<byte[], byte[]> hosts;
    private KeyValueStore<byte[], byte[]> pairs;

    TwoStates(long wanted, AtomicLong seen, AtomicLong first, CountDownLatch done) {
        this.wanted = wanted;
        this.seen = seen;
        this.first = first;
        this.done = done;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        hosts = context.getStateStore("hosts");
        pairs = context.getStateStore("pairs");
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        first.compareAndSet(0, System.nanoTime());
        try {
            List<Flow> flows = Codec.decodeBlock(record.value()).block().flows();
            Map<String, Integer> byHost = new HashMap<>();
            Map<String, Integer> byPair = new HashMap<>();
            for (Flow flow : flows) {
                byHost.merge(flow.originator().toString(), 1, Integer::sum);
                byPair.merge(flow.originator() + "|" + flow.responder(), 1, Integer::sum);
            }
            byHost.forEach((key, n) -> add(hosts, key, n));
            byPair.forEach((key, n) -> add(pairs, key, n));
            if (seen.addAndGet(flows.size()) >= wanted) {
                done.countDown();
            }
        } catch (Unreadable bad) {
            throw new IllegalStateException(bad);
        }
    }

    private static void add(KeyValueStore<byte[], byte[]> store, String key, int n) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] before = store.get(bytes);
        ByteBuffer value = ByteBuffer.allocate(64);
        value.putLong(0, n + (before == null ? 0 : ByteBuffer.wrap(before).getLong()));
        store.put(bytes, value.array());
    }
}
