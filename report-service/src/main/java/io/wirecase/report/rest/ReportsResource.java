package io.wirecase.report.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.render.Formats;
import io.wirecase.report.render.Formats.Format;
import io.wirecase.report.store.CaptureStore;
import io.wirecase.report.store.ReportRow;
import io.wirecase.report.store.ReportStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reports: asked for, waited for, fetched. */
@Path("/api/v1/reports")
@Tag(name = "reports")
public class ReportsResource {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_LISTED = 200;

    private final ReportStore reports;
    private final CaptureStore captures;
    private final ReportAnswers answers;
    private final Formats formats;
    private final Clock clock;

    ReportsResource(ReportStore reports, CaptureStore captures, ReportAnswers answers, Formats formats, Clock clock) {
        this.formats = formats;
        this.reports = reports;
        this.captures = captures;
        this.answers = answers;
        this.clock = clock;
    }

    /** Asks for a report. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for a report",
            description = "Every member is optional. Without captures the report is about all captures known now."
                    + " It is built once all of them came through the pipeline.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Asked.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Location is where the report will be.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", description = "The request is not right; 'errors' says what.")
    @APIResponse(responseCode = "409", description = "No capture is known yet.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(responseCode = "415", description = "The body is not JSON.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Response ask(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, InputStream body)
            throws IOException, SQLException {
        ReportScope scope = scope(body);
        byte[] request = Codec.encode(scope);
        Optional<String> key = Optional.ofNullable(idempotencyKey).filter(k -> !k.isBlank());
        Optional<ReportRow> known = key.flatMap(reports::findByKey);
        if (known.isPresent() && !Arrays.equals(known.get().request, request)) {
            throw Answers.keyReused();
        }
        ReportRow row = known.orElseGet(() -> reports.create(UUID.randomUUID(), request, key, clock.instant()));
        return answers.accepted(row);
    }

    /** The latest reports. */
    @GET
    @Operation(summary = "List the latest reports")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "application/json"))
    public Response list() {
        ArrayNode list = Codec.json().createArrayNode();
        for (ReportRow row : reports.latest(MOST_LISTED)) {
            list.add(answers.summary(row));
        }
        return Response.ok(list.toString(), MediaType.APPLICATION_JSON).build();
    }

    /** A report, or how far it is. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "Fetch a report",
            description =
                    "JSON, HTML, PDF or Markdown by Accept, or by the suffix .json, .html, .pdf or .md. The suffix"
                            + " .sha256, alone or behind one of those, gives lines for sha256sum -c."
                            + " 202 with Retry-After while it waits for its captures.")
    @APIResponse(
            responseCode = "200",
            description = "The report.",
            content = {
                @Content(mediaType = "application/json"),
                @Content(mediaType = "text/html"),
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = "text/markdown"),
                @Content(mediaType = "text/plain")
            })
    @APIResponse(
            responseCode = "202",
            description = "Not built yet; the body says what it waits for.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names.")
    @APIResponse(responseCode = "404", description = "There is no such report.")
    @APIResponse(responseCode = "406", description = "None of its formats is acceptable.")
    @APIResponse(responseCode = "410", description = "A capture it rested on was deleted.")
    @APIResponse(responseCode = "500", description = "It was refused by its own checks; 'errors' has the sentences.")
    public Response get(@PathParam("id") String id, @Context Request request) throws SQLException {
        ReportPath path = ReportPath.of(id, formats).orElseThrow(() -> Answers.noReport(id));
        ReportRow row = reports.find(path.id()).orElseThrow(() -> Answers.noReport(id));
        if (path.digest()) {
            return answers.digests(row, path.format(), request);
        }
        Optional<Format> format = path.format().or(() -> answers.negotiated(request));
        return answers.report(row, format.orElseThrow(answers::notAcceptable), request);
    }

    private ReportScope scope(InputStream body) throws IOException, SQLException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Answers.tooLarge(MOST_BYTES);
        }
        JsonNode json = bytes.length == 0
                ? Codec.json().createObjectNode()
                : Codec.json().readTree(bytes);
        return switch (ScopeReader.read(json)) {
            case ScopeReader.Refused refused -> throw Answers.badRequest(refused.faults());
            case ScopeReader.Read read -> resolved(read.scope());
        };
    }

    /** A report is about the captures that are known when it is asked for, so that it stays the same report. */
    private ReportScope resolved(ReportScope scope) throws SQLException {
        if (!scope.captures().isEmpty()) {
            return scope;
        }
        List<UUID> all = captures.all().stream().map(CaptureState::id).toList();
        if (all.isEmpty()) {
            throw Answers.noCaptures();
        }
        return new ReportScope(scope.sinceNanos(), scope.untilNanos(), scope.minScore(), scope.hosts(), all);
    }

    static URI location(UUID id) {
        return URI.create("/api/v1/reports/" + id);
    }

    /** The members of a request, for the API's document. */
    @Schema(name = "ReportRequest")
    record Asked(
            @Schema(description = "event time from which alerts count, RFC 3339 with zone, inclusive") @Nullable
            String since,

            @Schema(description = "event time up to which alerts count, exclusive") @Nullable
            String until,

            @Schema(description = "alerts below it are counted, not shown", minimum = "0", maximum = "500") @Nullable
            Integer minScore,

            @Schema(description = "capture ids; none means all") @Nullable
            List<String> captures,

            @Schema(description = "addresses; none means all") @Nullable
            List<String> hosts) {}
}
