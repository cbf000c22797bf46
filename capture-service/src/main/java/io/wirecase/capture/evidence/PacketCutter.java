package io.wirecase.capture.evidence;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Cuts packets out of a capture. Which packet belongs to which flow is not guessed from addresses: the capture goes
 * through the same flow assembly again, from its start, so that exactly the packets that a flow's record counts come
 * out. Memory stays that of the flow table, whatever the sizes. Can be used by several threads.
 */
public final class PacketCutter {

    /** Packets between two looks at whether to stop. */
    private static final int STRIDE = 1024;

    private final FlowSettings settings;
    private final Room room;

    /**
     * A cutter.
     *
     * @param settings those the flows were made with, else other packets belong to them
     * @param room how large a cut may be
     */
    public PacketCutter(FlowSettings settings, Room room) {
        this.settings = settings;
        this.room = room;
    }

    /**
     * How large a cut may be.
     *
     * @param maxBytes the most bytes of a cut
     * @param reserve bytes of the disk that are left free
     */
    public record Room(long maxBytes, long reserve) {}

    /** What became of cutting. */
    public sealed interface Result {}

    /**
     * The packets are in the file.
     *
     * @param pcapng whether the file is a pcapng, else a pcap
     * @param packets how many
     * @param bytes the file's size
     * @param sha256 the file's SHA-256
     * @param flows ids of the flows asked for that were found
     */
    public record Cut(boolean pcapng, long packets, long bytes, byte[] sha256, Set<UUID> flows) implements Result {}

    /**
     * The packets take more than a cut may.
     *
     * @param maxBytes what it may take
     */
    public record TooLarge(long maxBytes) implements Result {}

    /**
     * The packets would fill the disk.
     *
     * @param free bytes the disk has left
     * @param reserve bytes that are left free
     */
    public record NoSpace(long free, long reserve) implements Result {}

    /**
     * Cuts.
     *
     * @param source the capture from its first packet on, or from one ahead of what is asked for
     * @param identity which capture it is, in the revision the flows are of
     * @param into the file to write; the caller deletes it, whatever the result
     * @throws IOException when the disk fails
     * @throws InterruptedException when the caller should stop
     */
    public Result cut(PacketSource source, CaptureIdentity identity, Selection selection, Path into)
            throws IOException, InterruptedException {
        CutFile file = new CutFile(into);
        Gathering gathering = new Gathering(selection, file);
        FlowAssembler assembler = new FlowAssembler(identity, settings, gathering::ended, gathering);
        DiskWatch disk = new DiskWatch(room, into);
        RawPacket packet = new RawPacket();
        try (file) {
            for (long read = 0; !gathering.complete() && source.next(packet); read++) {
                if (!selection.byTimeAlone()) {
                    assembler.accept(packet);
                } else if (selection.in(packet.timeNanos())) {
                    gathering.write(packet);
                }
                Optional<Result> refused = disk.refusal(file.bytes());
                if (refused.isPresent()) {
                    return refused.get();
                }
                if (read % STRIDE == 0 && Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        return new Cut(file.pcapng(), file.packets(), Files.size(into), sha256(into), gathering.found());
    }

    /** Says when a growing file has to stop. */
    private static final class DiskWatch {

        /** How much is written between two looks at the disk. */
        private static final long LOOK = 16L << 20;

        private final Room room;
        private final Path file;
        private long nextLook = 1;

        DiskWatch(Room room, Path file) {
            this.room = room;
            this.file = file;
        }

        Optional<Result> refusal(long bytes) throws IOException {
            if (bytes > room.maxBytes()) {
                return Optional.of(new TooLarge(room.maxBytes()));
            }
            if (bytes >= nextLook) {
                nextLook = bytes + LOOK;
                long free = Files.getFileStore(file).getUsableSpace();
                if (free - LOOK < room.reserve()) {
                    return Optional.of(new NoSpace(free, room.reserve()));
                }
            }
            return Optional.empty();
        }
    }

    private static byte[] sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return ((DigestInputStream) in).getMessageDigest().digest();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
