package io.wirecase.report.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.store.Drain;
import io.wirecase.report.store.DrainQuery;
import io.wirecase.report.store.ReportRow;
import io.wirecase.report.store.ReportStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What is answered about a report: itself, how far it is, or why there is none. */
@ApplicationScoped
class ReportAnswers {

    static final List<Variant> VARIANTS = List.of(
            new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null),
            new Variant(MediaType.TEXT_HTML_TYPE, (String) null, null));

    private static final int ACCEPTED = 202;
    private static final int SERVER_ERROR = 500;
    private static final int RETRY_SECONDS = 1;
    /** A report holds no script and fetches nothing; the browser is told so as well. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private final ReportStore reports;
    private final DrainQuery drains;

    ReportAnswers(ReportStore reports, DrainQuery drains) {
        this.reports = reports;
        this.drains = drains;
    }

    Optional<String> negotiated(Request request) {
        return Optional.ofNullable(request.selectVariant(VARIANTS))
                .map(variant -> variant.getMediaType().toString());
    }

    static ProblemException notAcceptable() {
        return Answers.notAcceptable(VARIANTS.stream()
                .map(variant -> variant.getMediaType().toString())
                .toList());
    }

    Response accepted(ReportRow row) {
        return Response.status(ACCEPTED)
                .location(ReportsResource.location(row.id))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .type(MediaType.APPLICATION_JSON)
                .entity(summary(row).toString())
                .build();
    }

    ObjectNode summary(ReportRow row) {
        ObjectNode node = Codec.json().createObjectNode();
        node.put("id", row.id.toString());
        node.put("state", state(row));
        node.put("created", row.created.toString());
        if (row.finished != null) {
            node.put("finished", row.finished.toString());
        }
        if (row.title != null) {
            node.put("title", row.title);
        }
        return node;
    }

    Response report(ReportRow row, String mediaType, Request request) throws SQLException {
        return switch (row.state) {
            case ReportRow.READY -> ready(row, mediaType, request);
            case ReportRow.FAILED -> failed(row);
            default -> waiting(row);
        };
    }

    private Response ready(ReportRow row, String mediaType, Request request) {
        ReportStore.Body body = reports.body(row.id, mediaType).orElseThrow(() -> Answers.noReport(row.id.toString()));
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(body.sha256()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(
                                body.bytes(),
                                mediaType.equals(MediaType.TEXT_HTML) ? mediaType + ";charset=UTF-8" : mediaType)
                        .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(body.sha256()) + ":")
                        .header("Content-Security-Policy", POLICY)
                        .header("X-Content-Type-Options", "nosniff");
        return answer.tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static Response failed(ReportRow row) {
        byte[] failure = row.failure;
        int status = SERVER_ERROR;
        if (failure != null) {
            try {
                status = Codec.decode(failure, Problem.class).status();
            } catch (Unreadable olderShape) {
                status = SERVER_ERROR;
            }
        }
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(failure == null ? new byte[0] : failure)
                .build();
    }

    private Response waiting(ReportRow row) throws SQLException {
        ObjectNode node = summary(row);
        var captures = node.putArray("waitingFor");
        for (Drain drain : drains.of(scope(row).captures())) {
            if (!drain.drained()) {
                describe(captures.addObject(), drain);
            }
        }
        return Response.status(ACCEPTED)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .type(MediaType.APPLICATION_JSON)
                .entity(node.toString())
                .build();
    }

    private static void describe(ObjectNode node, Drain drain) {
        node.put("capture", drain.captureId().toString());
        CaptureState capture = drain.capture();
        node.put("state", capture == null ? "UNKNOWN" : capture.state().name());
        if (capture != null) {
            node.put("name", capture.name());
            node.put("progress", capture.progress());
        }
        count(node.putObject("flows"), drain.flows());
        count(node.putObject("alerts"), drain.alerts());
    }

    private static void count(ObjectNode node, Drain.Arrived arrived) {
        node.put("stored", arrived.stored());
        node.put("announced", arrived.announced());
        node.put("endMarkers", arrived.markers());
        if (arrived.markersExpected() != null) {
            node.put("endMarkersExpected", arrived.markersExpected());
        }
        if (arrived.unreadable() > 0) {
            node.put("unreadable", arrived.unreadable());
        }
    }

    private static ReportScope scope(ReportRow row) {
        try {
            return Codec.decode(row.request, ReportScope.class);
        } catch (Unreadable bug) {
            throw new IllegalStateException("a stored request cannot be read", bug);
        }
    }

    private static String state(ReportRow row) {
        return switch (row.state) {
            case ReportRow.READY -> "ready";
            case ReportRow.FAILED -> "failed";
            default -> "building";
        };
    }
}
