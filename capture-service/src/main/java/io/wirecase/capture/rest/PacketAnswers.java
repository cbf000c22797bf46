package io.wirecase.capture.rest;

import io.wirecase.capture.evidence.PacketCutter;
import io.wirecase.capture.evidence.Selection;
import io.wirecase.capture.run.Evidence;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Packets as an HTTP answer: name, digest, length and bytes, or why there are none and what to do. */
final class PacketAnswers {

    static final String PCAP = "application/vnd.tcpdump.pcap";
    static final String PCAPNG = "application/x-pcapng";
    static final String GZIP = "application/gzip";
    static final String ZSTD = "application/zstd";

    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int NO_SPACE = 507;
    private static final int LONGEST_NAME = 60;

    private PacketAnswers() {}

    static Response of(Evidence.Answer answer, Selection selection, HttpHeaders headers) throws IOException {
        return switch (answer) {
            case Evidence.Packets packets -> cut(packets, selection, headers);
            case Evidence.Whole whole -> whole(whole, headers);
            case Evidence.Gone(var capture, String reason) ->
                throw problem(
                        GONE,
                        "packets-gone",
                        "The packets are kept no longer.",
                        "Capture " + capture.id() + ": " + reason + ". Sent again, the same file brings them back.");
            case Evidence.Missing(var flows, int revision) -> throw missing(flows, revision);
            case Evidence.Refused(PacketCutter.Result why) -> throw refused(why);
            case Evidence.Unreadable(String reason) ->
                throw problem(
                        UNPROCESSABLE,
                        "unreadable",
                        "No packet of this capture can be read.",
                        "It is kept, but " + reason + ". Without parameters it is given as it was sent.");
            case Evidence.NotKnown none -> throw new IllegalArgumentException("answered elsewhere: " + none);
            case Evidence.Elsewhere other -> throw new IllegalArgumentException("answered elsewhere: " + other);
        };
    }

    private static Response cut(Evidence.Packets packets, Selection selection, HttpHeaders headers) throws IOException {
        PacketCutter.Cut cut = packets.cut();
        InputStream body = Files.newInputStream(packets.file());
        // The bytes stay readable until the stream is closed, and are gone then, whatever ends the answer.
        Files.delete(packets.file());
        String ending = cut.pcapng() ? ".pcapng" : ".pcap";
        String name = "wirecase-packets_" + stem(packets.capture().name()) + "_" + what(selection) + ending;
        return file(
                new Sent(body, cut.bytes(), cut.sha256(), name),
                cut.pcapng() ? PCAPNG : PCAP,
                Long.toString(cut.packets()),
                headers);
    }

    private static Response whole(Evidence.Whole whole, HttpHeaders headers) throws IOException {
        StoredCapture capture = whole.packets().capture();
        Path content = whole.packets().content();
        byte[] head = new byte[4];
        try (InputStream in = Files.newInputStream(content)) {
            head = in.readNBytes(head.length);
        }
        InputStream body = new FilterInputStream(Files.newInputStream(content)) {
            @Override
            public void close() throws IOException {
                try {
                    super.close();
                } finally {
                    whole.packets().close();
                }
            }
        };
        Kind kind = Kind.of(head);
        String name = "wirecase-capture_" + stem(capture.name()) + kind.ending;
        byte[] sha256 = HexFormat.of().parseHex(capture.sha256());
        return file(new Sent(body, capture.bytes(), sha256, name), kind.mediaType, null, headers);
    }

    private record Sent(InputStream body, long bytes, byte[] sha256, String name) {}

    private static Response file(Sent sent, String mediaType, @Nullable String packets, HttpHeaders headers)
            throws IOException {
        String tag = "\"" + HexFormat.of().formatHex(sent.sha256()) + "\"";
        String known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && Arrays.asList(known.split("\\s*,\\s*")).contains(tag)) {
            sent.body().close();
            return Response.status(NOT_MODIFIED).header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(sent.body(), mediaType)
                .header(HttpHeaders.CONTENT_LENGTH, sent.bytes())
                .header(HttpHeaders.ETAG, tag)
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sent.sha256()) + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sent.name() + "\"")
                .header("Wirecase-Packets", packets)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static String what(Selection selection) {
        return switch (selection.flows().size()) {
            case 0 ->
                selection.host() == null ? "span" : selection.host().toString().replaceAll("[^0-9A-Fa-f.]", "-");
            case 1 -> selection.flows().iterator().next().toString();
            default -> selection.flows().size() + "-flows";
        };
    }

    /** A file name's part that is safe in a header and on every disk. */
    private static String stem(String name) {
        String safe = name.replaceAll("(?i)(\\.(pcap|pcapng|cap|gz|zst))+$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
        String cut = safe.substring(0, Math.min(LONGEST_NAME, safe.length()));
        return cut.isBlank() || cut.startsWith(".") ? "capture" : cut;
    }

    private static ProblemException missing(Set<UUID> flows, int revision) {
        return new ProblemException(Problem.of(
                        NOT_FOUND,
                        "no-such-flow",
                        "The capture has no such flow.",
                        "Revision " + revision
                                + " of the capture has none of the flows in 'errors'. Flows have other ids"
                                + " in each revision: name the one they are of with 'revision'.")
                .with(flows.stream().map(UUID::toString).toList()));
    }

    private static ProblemException refused(PacketCutter.Result why) {
        return switch (why) {
            case PacketCutter.TooLarge(long most) ->
                problem(
                        TOO_LARGE,
                        "cut-too-large",
                        "The packets take more than one answer may.",
                        "More than " + (most >> 20)
                                + " MiB: name fewer flows or a shorter time span (from, to), or fetch"
                                + " the whole capture without parameters.");
            case PacketCutter.NoSpace(long free, long reserve) ->
                problem(
                        NO_SPACE,
                        "no-space",
                        "The disk would fill.",
                        "Cutting needs room for the cut: the disk has " + (free >> 20) + " MiB left, of which "
                                + (reserve >> 20) + " MiB are kept free. Delete captures that are not needed.");
            case PacketCutter.Cut cut -> throw new IllegalArgumentException("not refused: " + cut);
        };
    }

    private static ProblemException problem(int status, String kind, String title, String detail) {
        return new ProblemException(Problem.of(status, kind, title, detail));
    }

    /** What a capture that was sent is, by its first bytes. */
    private enum Kind {
        PCAP_FILE(PCAP, ".pcap"),
        PCAPNG_FILE(PCAPNG, ".pcapng"),
        GZIP_FILE(GZIP, ".pcap.gz"),
        ZSTD_FILE(ZSTD, ".pcap.zst");

        private final String mediaType;
        private final String ending;

        Kind(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        static Kind of(byte[] head) {
            String magic = HexFormat.of().formatHex(head);
            if (magic.equals("0a0d0d0a")) {
                return PCAPNG_FILE;
            }
            if (magic.startsWith("1f8b")) {
                return GZIP_FILE;
            }
            return magic.equals("28b52ffd") ? ZSTD_FILE : PCAP_FILE;
        }
    }
}
