package io.wirecase.capture.run;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.core.wire.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads a capture file into flows. */
public final class CaptureReader {

    /** Packets between two looks at the clock. */
    private static final int STRIDE = 1024;

    private static final long TICK_NANOS = Duration.ofMillis(200).toNanos();

    private final FlowSettings settings;
    private final Tallies tallies;

    /**
     * A reader for any number of captures, by several threads.
     *
     * @param settings when flows end
     * @param tallies counts what it reads
     */
    public CaptureReader(FlowSettings settings, Tallies tallies) {
        this.settings = settings;
        this.tallies = tallies;
    }

    /** What became of reading. */
    public sealed interface Outcome {}

    /**
     * It was read, perhaps not to its last byte: the notes of the accounts say so.
     *
     * @param accounts where its packets went
     */
    public record Read(Accounts accounts) implements Outcome {}

    /**
     * It is no capture we can read.
     *
     * @param reason why, as a phrase for people
     */
    public record Unreadable(String reason) implements Outcome {}

    /**
     * Reads a capture. The same file gives the same flows in the same order.
     *
     * @throws IOException when the file itself cannot be read
     * @throws InterruptedException when the caller should stop
     */
    public Outcome read(Path file, CaptureIdentity identity, FlowSink sink) throws IOException, InterruptedException {
        return switch (CaptureFile.open(file)) {
            case CaptureFile.Unreadable(String reason) -> new Unreadable(reason);
            case CaptureFile.Opened(PacketSource source) -> {
                try (source) {
                    yield new Read(pump(source, identity, sink));
                } catch (UncheckedIOException unreadable) {
                    throw unreadable.getCause();
                }
            }
        };
    }

    private Accounts pump(PacketSource source, CaptureIdentity identity, FlowSink sink) throws InterruptedException {
        FlowAssembler assembler = FlowAssembler.keeping(identity, settings, sink::ended);
        LinkTypeSet links = new LinkTypeSet();
        RawPacket packet = new RawPacket();
        io.wirecase.capture.flow.Accounts counted = null;
        long lastTick = System.nanoTime();
        long read = 0;
        while (source.next(packet)) {
            links.add(packet.linkType());
            assembler.accept(packet);
            if (++read % STRIDE == 0 && System.nanoTime() - lastTick >= TICK_NANOS) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                var soFar = assembler.accounts();
                tallies.count(counted, soFar);
                counted = soFar;
                sink.tick(source.progress(), Reckoning.of(soFar, source.summary(), links));
                lastTick = System.nanoTime();
            }
        }
        assembler.finish();
        var all = assembler.accounts();
        tallies.count(counted, all);
        return Reckoning.of(all, source.summary(), links);
    }
}
