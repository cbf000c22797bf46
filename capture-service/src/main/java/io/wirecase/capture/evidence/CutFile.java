package io.wirecase.capture.evidence;

import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The file that packets are cut into: a pcap as long as one can hold them, a pcapng from the first packet on that needs
 * one, for example since it is of a second interface. What was written until then is written again, so that no packet
 * has to be kept in memory.
 */
final class CutFile implements AutoCloseable {

    private static final int ETHERNET = 1;

    private final Path file;
    private final Path draft;
    private @Nullable PacketWriter writer;
    private int firstInterface;
    private boolean upgraded;
    private long packets;

    CutFile(Path file) {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".pcap");
    }

    void write(RawPacket packet) throws IOException {
        PacketWriter to = writer;
        if (to == null) {
            to = new PcapWriter(file, packet);
            firstInterface = packet.interfaceId();
        }
        writer = to;
        if (!to.takes(packet)) {
            to.close();
            to = upgrade();
            writer = to;
        }
        to.write(packet);
        packets++;
    }

    /** Bytes written so far. */
    long bytes() {
        return writer == null ? 0 : writer.bytes();
    }

    long packets() {
        return packets;
    }

    /** Whether it became a pcapng. */
    boolean pcapng() {
        return upgraded;
    }

    private PacketWriter upgrade() throws IOException {
        upgraded = true;
        Files.move(file, draft, StandardCopyOption.REPLACE_EXISTING);
        PcapNgWriter to = new PcapNgWriter(file);
        switch (CaptureFile.open(draft)) {
            case CaptureFile.Opened(PacketSource source) -> {
                try (source) {
                    RawPacket packet = new RawPacket();
                    while (source.next(packet)) {
                        to.write(packet.origin(packet.linkType(), firstInterface, packet.number()));
                    }
                }
            }
            case CaptureFile.Unreadable(String reason) ->
                throw new IllegalStateException("our own file cannot be read: " + reason);
        }
        Files.delete(draft);
        return to;
    }

    /** Makes it whole; a file without packets has a header all the same. */
    @Override
    public void close() throws IOException {
        try {
            PacketWriter to = writer;
            if (to == null) {
                to = new PcapWriter(file, ETHERNET);
            }
            to.close();
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
