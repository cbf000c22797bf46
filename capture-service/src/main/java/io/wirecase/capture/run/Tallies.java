package io.wirecase.capture.run;

import io.wirecase.capture.flow.Accounts;
import io.wirecase.capture.flow.Shortages;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What this service read since it started, over all captures; one that is read again counts again. Thread-safe. */
public final class Tallies {

    private final LongAdder packets = new LongAdder();
    private final LongAdder undecodable = new LongAdder();
    private final LongAdder flows = new LongAdder();
    private final LongAdder evicted = new LongAdder();
    private final LongAdder parsers = new LongAdder();
    private final LongAdder names = new LongAdder();
    private final LongAdder announcements = new LongAdder();
    private final LongAdder skippedBytes = new LongAdder();
    private final LongAdder droppedByKernel = new LongAdder();
    private final LongAdder droppedByInterface = new LongAdder();

    /** All zero. */
    public Tallies() {}

    /**
     * Counts what came since the last time.
     *
     * @param before the accounts of the last time, or null the first time
     * @param now the accounts now
     */
    public void count(@Nullable Accounts before, Accounts now) {
        packets.add(now.packets() - (before == null ? 0 : before.packets()));
        undecodable.add(now.packets() - now.decoded() - (before == null ? 0 : before.packets() - before.decoded()));
        flows.add(now.flows() - (before == null ? 0 : before.flows()));
        Shortages gone = before == null ? now.shortages() : now.shortages().since(before.shortages());
        evicted.add(gone.flows());
        parsers.add(gone.parsers());
        names.add(gone.names());
        announcements.add(gone.announcements());
        skippedBytes.add(gone.skippedBytes());
    }

    /**
     * Counts packets that a live source lost.
     *
     * @param kernel those that found no room in the buffer between the kernel and us
     * @param networkInterface those the interface or its driver lost
     */
    public void countDropped(long kernel, long networkInterface) {
        droppedByKernel.add(kernel);
        droppedByInterface.add(networkInterface);
    }

    /** Packets read. */
    public long packets() {
        return packets.sum();
    }

    /** Packets that were not decoded. */
    public long undecodable() {
        return undecodable.sum();
    }

    /** Flow records made. */
    public long flows() {
        return flows.sum();
    }

    /** Flows pushed out of a full table. */
    public long evicted() {
        return evicted.sum();
    }

    /** Flows of which less was read than there was to read, as parsers had to make room. */
    public long parsers() {
        return parsers.sum();
    }

    /** Answers of name servers that made room for newer ones. */
    public long names() {
        return names.sum();
    }

    /** Announced flows that made room for newer ones. */
    public long announcements() {
        return announcements.sum();
    }

    /** Payload bytes of TCP that were no longer waited for. */
    public long skippedBytes() {
        return skippedBytes.sum();
    }

    /** Packets of live sources that found no room in the buffer between the kernel and us. */
    public long droppedByKernel() {
        return droppedByKernel.sum();
    }

    /** Packets of live sources that the interface or its driver lost. */
    public long droppedByInterface() {
        return droppedByInterface.sum();
    }
}
