package io.wirecase.report.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.wire.ReportReady;
import io.wirecase.report.render.ReportRenderer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a finished report: members of the report itself, and where its formats are. */
final class Announcement {

    private Announcement() {}

    /**
     * The event of a report.
     *
     * @param report the report as JSON
     * @param bodies its bytes by media type
     */
    static ReportReady of(JsonNode report, Map<String, byte[]> bodies) {
        UUID id = UUID.fromString(report.path("id").asText());
        JsonNode product = report.path("product");
        JsonNode assessment = report.path("assessment");
        return new ReportReady(
                id,
                report.path("generatedAt").asText(),
                new ReportReady.Product(
                        product.path("name").asText(), product.path("version").asText()),
                scope(report.path("scope")),
                new ReportReady.Assessment(text(assessment, "level"), text(assessment, "confidence")),
                counts(report),
                formats(id, bodies));
    }

    private static ReportReady.Scope scope(JsonNode scope) {
        List<String> hosts = new ArrayList<>();
        scope.path("hosts").forEach(host -> hosts.add(host.asText()));
        List<UUID> captures = new ArrayList<>();
        scope.path("captures").forEach(capture -> captures.add(UUID.fromString(capture.asText())));
        return new ReportReady.Scope(
                text(scope, "since"),
                text(scope, "until"),
                scope.path("minScore").asInt(),
                hosts,
                captures);
    }

    private static ReportReady.Counts counts(JsonNode report) {
        JsonNode detections = report.path("detections");
        JsonNode patterns = report.path("assessment").path("patterns");
        return new ReportReady.Counts(
                report.path("sources").size(),
                report.path("traffic").path("flows").asLong(),
                detections.path("total").asLong(),
                detections.path("shown").asLong(),
                detections.path("maxScore").asInt(),
                new ReportReady.Patterns(
                        patterns.path("benign").asInt(),
                        patterns.path("suspicious").asInt(),
                        patterns.path("malicious").asInt()));
    }

    private static List<ReportReady.Format> formats(UUID id, Map<String, byte[]> bodies) {
        List<ReportReady.Format> formats = new ArrayList<>();
        bodies.forEach((mediaType, bytes) -> formats.add(new ReportReady.Format(
                mediaType, "/api/v1/reports/" + id + "." + extension(mediaType), bytes.length, sha256(bytes))));
        return formats;
    }

    private static String extension(String mediaType) {
        return Renderers.ALL.stream()
                .filter(renderer -> renderer.mediaType().equals(mediaType))
                .map(ReportRenderer::fileExtension)
                .findFirst()
                .orElse("json");
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.hasNonNull(member) ? node.path(member).asText() : null;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
