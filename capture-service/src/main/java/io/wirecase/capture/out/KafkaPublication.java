package io.wirecase.capture.out;

import io.wirecase.capture.run.CapturePublication;
import io.wirecase.capture.run.OutletException;
import io.wirecase.capture.run.Plan;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowPacker;
import io.wirecase.core.wire.PackedFlow;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.KafkaHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** Publishes one capture through a transactional producer of its own. */
final class KafkaPublication implements CapturePublication {

    /** How often the state is published while no flow ends. */
    private static final long STATE_NANOS = Duration.ofSeconds(2).toNanos();

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final Optional<CaptureState> before;
    private final StateRecords states;
    private final int partitions;
    private final Consumer<CaptureState> committed;
    private final long commitNanos;
    private final FlowPacker packer = new FlowPacker();
    private @Nullable Work work;
    private boolean replaces;
    private boolean open;
    private boolean broken;
    private long since;

    KafkaPublication(
            Producer<String, byte[]> producer,
            Optional<CaptureState> before,
            StateRecords states,
            int partitions,
            Consumer<CaptureState> committed,
            Duration commitAfter) {
        this.producer = producer;
        this.before = before;
        this.states = states;
        this.partitions = partitions;
        this.committed = committed;
        this.commitNanos = commitAfter.toNanos();
        this.since = System.nanoTime();
    }

    /** The revision being published. */
    private record Work(Progress progress, Blocks blocks, PartitionOf partitionOf) {}

    @Override
    public Optional<CaptureState> before() {
        return before;
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public void start(CaptureState capture, Plan.Publish plan, String decoder) {
        Blocks blocks =
                new Blocks(capture.id(), capture.revision(), capture.site(), partitions, new BlockSender(capture));
        // A revision that goes on has said already that it replaces the one before.
        replaces = capture.revision() > 1 && plan.done() == null;
        work = new Work(
                new Progress(capture, plan, decoder, partitions), blocks, new PartitionOf(capture.site(), partitions));
    }

    @Override
    public void accept(Flow flow) {
        ended(flow).run();
    }

    @Override
    public Runnable ended(Flow flow) {
        int partition = work().partitionOf.flow(flow);
        PackedFlow packed = packer.pack(flow);
        return () -> publish(partition, packed);
    }

    private void publish(int partition, PackedFlow flow) {
        Work now = work();
        if (now.progress.next(partition)) {
            guarded(() -> {
                begin(now);
                now.blocks.add(partition, flow);
                if (System.nanoTime() - since >= commitNanos) {
                    commit(now.progress.reading());
                }
            });
        }
    }

    @Override
    public void tick(double progress, Accounts accounts) {
        Work now = work();
        now.progress.reached(progress, accounts);
        long age = System.nanoTime() - since;
        if (!now.progress.skipping() && age >= (open ? commitNanos : STATE_NANOS)) {
            guarded(() -> {
                begin(now);
                commit(now.progress.reading());
            });
        }
    }

    @Override
    public void mark(long throughNanos, Accounts accounts) {
        Work now = work();
        now.progress.reached(0, accounts);
        guarded(() -> {
            begin(now);
            now.blocks.flush();
            sendEnds(now.progress, now.progress::countedOn, throughNanos);
            commit(now.progress.reading());
        });
    }

    @Override
    public void complete(Accounts accounts) {
        Work now = work();
        now.progress.checkEnd();
        guarded(() -> {
            begin(now);
            now.blocks.flush();
            sendEnds(now.progress, now.progress::countedOn, null);
            commit(now.progress.completed(accounts));
        });
    }

    @Override
    public void fail(String reason, @Nullable Accounts accounts) {
        Work now = work();
        CaptureState state = now.progress.failed(reason, accounts);
        guarded(() -> {
            now.blocks.clear();
            if (open) {
                producer.abortTransaction();
                open = false;
            }
            begin(now);
            if (state.publication() != null && state.publication().flows() > 0) {
                sendEnds(now.progress, now.progress::committedOn, null);
            }
            commit(state);
        });
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            if (open && !broken) {
                // Readers would wait for this transaction's time-out.
                guarded(producer::abortTransaction);
            }
        } catch (OutletException tooLate) {
            broken = true;
        } finally {
            producer.close(broken ? Duration.ZERO : GOODBYE);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void begin(Work now) {
        if (open) {
            return;
        }
        producer.beginTransaction();
        open = true;
        since = System.nanoTime();
        if (replaces) {
            producer.send(states.of(now.progress.superseded()));
            replaces = false;
        }
    }

    private void commit(CaptureState state) {
        Work now = work();
        now.blocks.flush();
        producer.send(states.of(state));
        producer.commitTransaction();
        open = false;
        since = System.nanoTime();
        now.progress.commit();
        committed.accept(states.told(state));
    }

    /** Says that the capture is deleted, in the highest revision known. */
    void delete(CaptureState asked) {
        int revision =
                Math.max(asked.revision(), before.map(CaptureState::revision).orElse(1));
        CaptureState deleted = asked.revision() == revision ? asked : asked.withRevision(revision);
        guarded(() -> {
            producer.beginTransaction();
            open = true;
            producer.send(states.of(deleted));
            sendToAll(deleted, EventType.CAPTURE_DELETED, "", partition -> 0L, null);
            producer.commitTransaction();
            open = false;
        });
        committed.accept(states.told(deleted));
    }

    private void sendEnds(Progress progress, ToLongFunction<Integer> counts, @Nullable Long throughNanos) {
        String until = throughNanos == null ? "" : "." + throughNanos;
        sendToAll(progress.capture(), EventType.CAPTURE_END, until, counts, throughNanos);
    }

    private void sendToAll(
            CaptureState capture,
            EventType type,
            String until,
            ToLongFunction<Integer> counts,
            @Nullable Long throughNanos) {
        String word = type == EventType.CAPTURE_END ? "end" : "deleted";
        for (int partition = 0; partition < partitions; partition++) {
            EndMarker marker = new EndMarker(
                    capture.id(),
                    capture.revision(),
                    capture.site(),
                    partition,
                    partitions,
                    counts.applyAsLong(partition),
                    null,
                    throughNanos);
            String id = capture.id() + "." + capture.revision() + "." + word + "." + partition + until;
            producer.send(new ProducerRecord<>(
                    Topics.FLOWS.name(),
                    partition,
                    capture.site(),
                    Codec.encode(marker),
                    KafkaHeaders.of(type, id, StateRecords.SERVICE)));
        }
    }

    private void guarded(Runnable kafka) {
        try {
            kafka.run();
        } catch (ProducerFencedException | InvalidProducerEpochException fenced) {
            broken = true;
            throw new OutletException.TakenOver(fenced);
        } catch (KafkaException away) {
            broken = true;
            throw new OutletException.Unavailable(away);
        }
    }

    private Work work() {
        if (work == null) {
            throw new IllegalStateException("start was not called");
        }
        return work;
    }

    /** Sends encoded blocks, numbered within this publication. */
    private final class BlockSender implements Blocks.Out {

        private final CaptureState capture;
        private long sent;

        BlockSender(CaptureState capture) {
            this.capture = capture;
        }

        @Override
        public void block(int partition, byte[] bytes) {
            String id = capture.id() + "." + capture.revision() + "." + partition + "." + sent++;
            producer.send(new ProducerRecord<>(
                    Topics.FLOWS.name(),
                    partition,
                    capture.site(),
                    bytes,
                    KafkaHeaders.of(EventType.FLOW_BLOCK, id, StateRecords.SERVICE)));
        }
    }
}
