package io.wirecase.capture.source;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens capture files: pcap and pcapng, told by their first bytes, never by their name. */
public final class CaptureFile {

    /** The most bytes of a packet we read: libpcap's own limit (MAXIMUM_SNAPLEN). More is taken for damage. */
    public static final int MAX_PACKET_BYTES = 262_144;

    /** How many first bytes {@link #refusal} needs to tell. */
    public static final int HEAD_BYTES = 24;

    private CaptureFile() {}

    /** What became of opening a file. */
    public sealed interface Result {}

    /**
     * It is a capture.
     *
     * @param source its packets; the caller closes it
     */
    public record Opened(PacketSource source) implements Result {}

    /**
     * It is no capture we can read.
     *
     * @param reason why, as a phrase for people
     */
    public record Unreadable(String reason) implements Result {}

    /**
     * Opens a capture and reads its header. The file must not shrink while it is open.
     *
     * @throws IOException when the file itself cannot be read
     */
    public static Result open(Path file) throws IOException {
        MappedFile bytes = MappedFile.open(file);
        byte[] head = new byte[(int) Math.min(HEAD_BYTES, bytes.size())];
        bytes.copy(0, head, head.length);
        String reason = refusal(head);
        if (reason != null) {
            bytes.close();
            return new Unreadable(reason);
        }
        int magic = magic(head);
        return new Opened(magic == Magic.PCAPNG ? new PcapNgSource(bytes) : new PcapSource(bytes, magic));
    }

    /**
     * Why a file that starts with these bytes is no capture we can read, or null when it may be one.
     *
     * @param head the first {@link #HEAD_BYTES} bytes of the file, fewer only when it is shorter
     */
    public static @Nullable String refusal(byte[] head) {
        if (head.length == 0) {
            return "the file is empty";
        }
        String known = Magic.refusal(magic(head));
        if (known != null) {
            return known;
        }
        return head.length < HEAD_BYTES ? "the file ends inside its header" : null;
    }

    private static int magic(byte[] head) {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = value << 8 | (i < head.length ? head[i] & 0xFF : 0);
        }
        return value;
    }
}
