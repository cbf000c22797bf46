package io.wirecase.capture.store;

import io.wirecase.capture.store.PacketArchive.Sensor;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Spreads the batches of one live capture over segments. One thread at a time. */
final class LiveSegments implements FileRecording.Sink {

    private static final Logger LOG = System.getLogger(LiveSegments.class.getName());

    private final FilePacketArchive archive;
    private final Sensor sensor;
    private final UUID capture;
    private final Path folder;
    private @Nullable SegmentWriter growing;
    private boolean said;

    LiveSegments(FilePacketArchive archive, Sensor sensor, UUID capture, Path folder) {
        this.archive = archive;
        this.sensor = sensor;
        this.capture = capture;
        this.folder = folder;
    }

    @Override
    public long write(PacketBatch batch) {
        synchronized (archive) {
            try {
                SegmentWriter writer = writerFor(batch);
                if (writer != null) {
                    archive.index().put(new SegmentIndex.Entry(sensor, writer.append(batch), true));
                    said = false;
                    return 0;
                }
                say("the disk would fill");
            } catch (IOException failed) {
                say(String.valueOf(failed.getMessage()));
                endGrowing();
            }
        }
        archive.countUnrecorded(batch.packets());
        return batch.packets();
    }

    @Override
    public void idle() {
        SegmentWriter writer = growing;
        if (writer != null
                && archive.now() - writer.segment().firstNanos()
                        > archive.limits().segmentNanos()) {
            end();
        }
    }

    @Override
    public void end() {
        synchronized (archive) {
            endGrowing();
        }
    }

    /** The segment a batch belongs in, or null when the disk has no room for it. */
    private @Nullable SegmentWriter writerFor(PacketBatch batch) throws IOException {
        SegmentWriter writer = growing;
        if (writer != null
                && writer.takes(batch, archive.limits())
                && archive.index().find(writer.segment().key()).isPresent()) {
            return writer;
        }
        endGrowing();
        if (!archive.makeRoom()) {
            return null;
        }
        growing = SegmentWriter.begin(folder, new ArchiveSegment.Key(capture, batch.firstNumber()), batch);
        return growing;
    }

    private void endGrowing() {
        SegmentWriter writer = growing;
        growing = null;
        if (writer == null) {
            return;
        }
        try {
            boolean kept = archive.index().find(writer.segment().key()).isPresent();
            if (kept) {
                archive.index().put(new SegmentIndex.Entry(sensor, writer.end(), false));
            } else {
                writer.close();
            }
        } catch (IOException failed) {
            say(String.valueOf(failed.getMessage()));
        }
    }

    /** Once until it works again: what is lost is counted, and a full disk is full for long. */
    private void say(String reason) {
        if (!said) {
            said = true;
            LOG.log(Level.WARNING, "packets of sensor " + sensor.name() + " are not kept: " + reason);
        }
    }
}
