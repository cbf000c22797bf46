package io.wirecase.report.rest;

import io.wirecase.report.render.Formats.Format;
import io.wirecase.report.store.ReportRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Names and SHA-256 digests of downloads, in the shapes that HTTP and {@code sha256sum} know. */
final class Digests {

    private Digests() {}

    /** The name a report is saved under, without its ending. Names of ours are safe in a header as they are. */
    static String name(ReportRow row) {
        String name = row.fileName;
        return name == null ? "wirecase-report_" + row.id : name;
    }

    /** A {@code Content-Disposition} (RFC 6266) that shows what a browser can show and names what is saved. */
    static String disposition(String fileName) {
        return "inline; filename=\"" + fileName + "\"";
    }

    /** A {@code Repr-Digest} (RFC 9530). */
    static String representation(byte[] sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }

    /** A line for each format, as {@code sha256sum -c} reads them. */
    static byte[] lines(ReportRow row, List<Format> formats, Map<String, byte[]> sha256) {
        StringBuilder lines = new StringBuilder();
        for (Format format : formats) {
            byte[] digest = sha256.get(format.mediaType());
            if (digest != null) {
                lines.append(HexFormat.of().formatHex(digest))
                        .append("  ")
                        .append(name(row))
                        .append('.')
                        .append(format.extension())
                        .append('\n');
            }
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
