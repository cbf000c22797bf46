package io.wirecase.capture.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Opens capture files: pcap and pcapng, as they are or compressed with gzip or zstd, told by their first bytes, never
 * by their name. Reading takes the same memory whatever the size; see {@link ByteWindow}.
 */
public final class CaptureFile {

    /** The most bytes of a packet we read: libpcap's own limit (MAXIMUM_SNAPLEN). More is taken for damage. */
    public static final int MAX_PACKET_BYTES = 262_144;

    /** How many first bytes {@link #refusal} needs to tell: compressed ones are expanded as far as they go. */
    public static final int HEAD_BYTES = 64 * 1024;

    /** The size of a pcap's header, and the least a pcapng section header with its length has. */
    static final int HEADER_BYTES = 24;

    private static final String EMPTY = "the file is empty";
    private static final String CUT = "the file ends inside its header";

    private static final String NO_ZSTD =
            "compressed with zstd, for which this machine has no library; expand it first, or use gzip";

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
        return open(Files.newInputStream(file), Files.size(file));
    }

    /**
     * Opens a capture that comes as a stream, which is closed with the source, or here when it is no capture.
     *
     * @param size how many bytes it has, or -1 when that is not known
     * @throws IOException when the stream cannot be read
     */
    public static Result open(InputStream bytes, long size) throws IOException {
        return open(bytes, size, Expanded.Limit.USUAL);
    }

    static Result open(InputStream bytes, long size, Expanded.Limit limit) throws IOException {
        Result result = null;
        try {
            byte[] head = bytes.readNBytes(Integer.BYTES);
            result = opened(Magic.of(head), new StoredBytes(new Rejoined(head, bytes)), size, limit);
            return result;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } finally {
            if (!(result instanceof Opened)) {
                bytes.close();
            }
        }
    }

    private static Result opened(int magic, Content stored, long size, Expanded.Limit limit) throws IOException {
        ByteWindow window;
        try {
            window = window(magic, stored, limit);
        } catch (LinkageError noLibrary) {
            return new Unreadable(NO_ZSTD);
        }
        String packing = packing(magic);
        String reason = reason(window, packing);
        if (reason != null) {
            window.close();
            return new Unreadable(reason);
        }
        Origin origin = new Origin(size, packing);
        boolean blocks = window.u32(window.at(), true) == Magic.PCAPNG;
        return new Opened(blocks ? new PcapNgSource(window, origin) : new PcapSource(window, origin));
    }

    private static ByteWindow window(int magic, Content stored, Expanded.Limit limit) throws IOException {
        if (Magic.gzip(magic)) {
            return new ByteWindow(new Expanded(new GzipContent(stored), limit));
        }
        return new ByteWindow(Magic.zstd(magic) ? new Expanded(new ZstdContent(stored), limit) : stored);
    }

    private static @Nullable String packing(int magic) {
        if (Magic.gzip(magic)) {
            return "gzip";
        }
        return Magic.zstd(magic) ? "zstd" : null;
    }

    /** Why a content is no capture, or null when it may be one. */
    private static @Nullable String reason(ByteWindow window, @Nullable String packing) {
        int there = Math.min(HEADER_BYTES, window.have(HEADER_BYTES));
        byte[] head = Arrays.copyOfRange(window.bytes(), window.at(), window.at() + there);
        String reason = there == 0 ? EMPTY : Magic.refusal(Magic.of(head));
        if (reason == null && there < HEADER_BYTES) {
            reason = CUT;
        }
        if (reason == null || packing == null) {
            return reason;
        }
        String fault = window.fault();
        return "compressed with " + packing + ", and " + (fault == null ? "inside " + reason : fault);
    }

    /**
     * Why a file that starts with these bytes is no capture we can read, or null when it may be one.
     *
     * @param head the first {@link #HEAD_BYTES} bytes of the file, fewer only when it is shorter
     */
    public static @Nullable String refusal(byte[] head) {
        int magic = Magic.of(head);
        Content content = new StoredBytes(new ByteArrayInputStream(head));
        try (ByteWindow window = window(magic, content, Expanded.Limit.USUAL)) {
            // What expands to less than a header here may go on behind what we were given.
            boolean goesOn = Magic.compressed(magic) && head.length == HEAD_BYTES;
            return goesOn && window.have(HEADER_BYTES) < HEADER_BYTES ? null : reason(window, packing(magic));
        } catch (LinkageError noLibrary) {
            return NO_ZSTD;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
