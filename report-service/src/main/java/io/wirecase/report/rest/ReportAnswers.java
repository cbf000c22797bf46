package io.wirecase.report.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.render.Formats;
import io.wirecase.report.render.Formats.Format;
import io.wirecase.report.store.CaptureStore;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is answered about a report: itself, how far it is, or why there is none. */
@ApplicationScoped
class ReportAnswers {

    private static final int ACCEPTED = 202;
    private static final int SERVER_ERROR = 500;
    private static final int RETRY_SECONDS = 1;
    /** A report holds no script and fetches nothing; the browser is told so as well. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private final ReportStore reports;
    private final CaptureStore captures;
    private final DrainQuery drains;
    private final Formats formats;

    ReportAnswers(ReportStore reports, CaptureStore captures, DrainQuery drains, Formats formats) {
        this.captures = captures;
        this.reports = reports;
        this.drains = drains;
        this.formats = formats;
    }

    /** What can be asked for with Accept, JSON first. */
    private List<Variant> variants() {
        return formats.all().stream()
                .map(f -> new Variant(MediaType.valueOf(f.mediaType()), (String) null, null))
                .toList();
    }

    Optional<Format> negotiated(Request request) {
        List<Variant> variants = variants();
        return Optional.ofNullable(request.selectVariant(variants))
                .map(variant -> formats.all().get(variants.indexOf(variant)));
    }

    ProblemException notAcceptable() {
        return Answers.notAcceptable(
                formats.all().stream().map(Format::mediaType).toList());
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

    Response report(ReportRow row, Format format, Request request) throws SQLException {
        return switch (row.state) {
            case ReportRow.READY -> ready(row, format, request);
            case ReportRow.FAILED -> failed(row);
            default -> waiting(row);
        };
    }

    /** The digests of a report's files, of one format or of all. */
    Response digests(ReportRow row, Optional<Format> format, Request request) throws SQLException {
        return switch (row.state) {
            case ReportRow.READY -> {
                byte[] lines = Digests.lines(row, format.map(List::of).orElse(formats.all()), reports.digests(row.id));
                String ending = format.map(f -> "." + f.extension()).orElse("");
                String name = Digests.name(row) + ending + ".sha256";
                yield file(request, "text/plain;charset=US-ASCII", name, Digests.sha256(lines), lines)
                        .build();
            }
            case ReportRow.FAILED -> failed(row);
            default -> waiting(row);
        };
    }

    private Response ready(ReportRow row, Format format, Request request) throws SQLException {
        ReportStore.Body body =
                reports.body(row.id, format.mediaType()).orElseThrow(() -> Answers.noReport(row.id.toString()));
        String name = Digests.name(row) + "." + format.extension();
        Response.ResponseBuilder answer = file(request, format.contentType(), name, body.sha256(), body.bytes());
        if (format.mediaType().equals(MediaType.TEXT_HTML)) {
            answer.header("Content-Security-Policy", POLICY);
        }
        String gone = captures.find(scope(row).captures()).stream()
                .filter(CaptureState::packetsGone)
                .map(state -> state.id().toString())
                .collect(Collectors.joining(" "));
        if (!gone.isEmpty()) {
            // The report's bytes are for ever; that its packets went since can only be said beside them.
            answer.header("Wirecase-Packets-Gone", gone);
        }
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static Response.ResponseBuilder file(
            Request request, String contentType, String name, byte[] sha256, byte[] bytes) {
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(sha256));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(bytes, contentType)
                        .header("Repr-Digest", Digests.representation(sha256))
                        .header(HttpHeaders.CONTENT_DISPOSITION, Digests.disposition(name))
                        .header("X-Content-Type-Options", "nosniff");
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
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
