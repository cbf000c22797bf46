package io.wirecase.detection.app;

import io.wirecase.detection.out.Outgoing;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * One partition of one stage, exactly once: what it sends is seen, what it stores is kept and what it took is gone at a
 * commit, all three or none. A killed one begins again with a new processor and what was kept.
 */
final class Task {

    /** A record sent, and to whom. */
    record Sent(String child, Record<? extends String, ? extends Outgoing> record) {}

    private final Supplier<Processor<String, byte[], String, Outgoing>> program;
    private final String storeName;
    private final TaskId id;
    private final ConcurrentLinkedDeque<Record<String, byte[]>> waiting = new ConcurrentLinkedDeque<>();
    private final List<Record<String, byte[]>> taken = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final LongAdder reads = new LongAdder();
    private List<KeyValue<Bytes, byte[]>> kept = List.of();
    private Processor<String, byte[], String, Outgoing> processor;
    private MockProcessorContext<String, Outgoing> context;

    Task(Supplier<Processor<String, byte[], String, Outgoing>> program, String store, int stage, int partition) {
        this.program = program;
        this.storeName = store;
        this.id = new TaskId(stage, partition);
        this.context = context();
        this.processor = program.get();
        processor.init(context);
    }

    private MockProcessorContext<String, Outgoing> context() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "cluster");
        MockProcessorContext<String, Outgoing> made =
                new MockProcessorContext<>(settings, id, new File("target/cluster"));
        made.setCurrentSystemTimeMs(1_000_000);
        KeyValueStore<Bytes, byte[]> state = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(storeName), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        state.init(made.getStateStoreContext(), state);
        made.addStateStore(CountedStore.around(state, reads));
        kept.forEach(entry -> state.put(entry.key, entry.value));
        return made;
    }

    void offer(Record<String, byte[]> record) {
        waiting.add(record);
    }

    boolean waits() {
        return !waiting.isEmpty();
    }

    /** Whether something was done that a kill would undo. */
    boolean open() {
        return !taken.isEmpty();
    }

    /** Takes one record. */
    synchronized void step() {
        Record<String, byte[]> record = waiting.removeFirst();
        taken.add(record);
        processor.process(record);
        for (CapturedForward<? extends String, ? extends Outgoing> forward : context.forwarded()) {
            sent.add(new Sent(forward.childName().orElseThrow(), forward.record()));
        }
        context.resetForwards();
    }

    /** Makes what was done since the last time last; returns what was sent. */
    synchronized List<Sent> commit(boolean snapshot) {
        List<Sent> seen = List.copyOf(sent);
        sent.clear();
        taken.clear();
        if (snapshot) {
            kept = entries();
        }
        return seen;
    }

    /** Ends without a commit and begins again. */
    synchronized void kill() {
        List<Record<String, byte[]>> again = new ArrayList<>(taken);
        Collections.reverse(again);
        again.forEach(waiting::addFirst);
        taken.clear();
        sent.clear();
        context = context();
        processor = program.get();
        processor.init(context);
    }

    /** Entries of state read so far. */
    long reads() {
        return reads.sum();
    }

    long size() {
        return store().approximateNumEntries();
    }

    private List<KeyValue<Bytes, byte[]>> entries() {
        List<KeyValue<Bytes, byte[]>> all = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> iterator = store().all()) {
            iterator.forEachRemaining(all::add);
        }
        return all;
    }

    private KeyValueStore<Bytes, byte[]> store() {
        return context.getStateStore(storeName);
    }
}
