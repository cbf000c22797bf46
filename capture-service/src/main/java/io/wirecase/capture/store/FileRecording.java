package io.wirecase.capture.store;

import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.store.PacketArchive.Recording;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hands packets in batches to a thread that writes them. There are so many batches and no more: when the disk is behind
 * by all of them, packets are counted and let go, for a sensor that waits loses packets it was to analyse.
 */
final class FileRecording implements Recording {

    /** Batches of 1 MiB. */
    private static final int BATCHES = 16;

    private static final int POLL_MS = 100;

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final BlockingQueue<PacketBatch> free = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<PacketBatch> full = new ArrayBlockingQueue<>(BATCHES + 1);
    private final LongAdder unrecorded = new LongAdder();
    private final Sink sink;
    private final Thread writer;
    private volatile boolean ending;
    private int made;
    private PacketBatch batch = new PacketBatch();

    /** Where batches go. One thread. */
    interface Sink {

        /**
         * Writes a batch.
         *
         * @return packets of it that are not kept
         */
        long write(PacketBatch batch);

        /** Nothing came for a while. */
        void idle();

        /** Nothing more comes. */
        void end();
    }

    FileRecording(String name, Sink sink) {
        this.sink = sink;
        this.made = 1;
        this.writer = Thread.ofPlatform().name("archive-" + name).daemon().start(this::write);
    }

    @Override
    public void add(RawPacket packet) {
        if (!batch.takes(packet)) {
            handOver();
        }
        if (batch.takes(packet)) {
            batch.add(packet);
        } else {
            unrecorded.increment();
        }
    }

    @Override
    public void tick() {
        if (!batch.isEmpty()) {
            handOver();
        }
    }

    @Override
    public long unrecorded() {
        return unrecorded.sum();
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        if (!batch.isEmpty()) {
            full.add(batch);
            batch = new PacketBatch();
        }
        ending = true;
        try {
            writer.join(LAST_WORDS);
        } catch (InterruptedException hurried) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the batch to the writer, when there is another one to go on with. */
    private void handOver() {
        PacketBatch next = free.poll();
        if (next == null && made < BATCHES) {
            made++;
            next = new PacketBatch();
        }
        if (next != null) {
            full.add(batch);
            batch = next.clear();
        }
    }

    private void write() {
        try {
            while (true) {
                PacketBatch next = full.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    unrecorded.add(sink.write(next));
                    free.add(next);
                } else if (ending && full.isEmpty()) {
                    return;
                } else {
                    sink.idle();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            sink.end();
        }
    }
}
