package io.wirecase.report.rest;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.report.export.FlowLines;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.store.CaptureStore;
import io.wirecase.report.store.Exports;
import io.wirecase.report.store.ReportStore;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything stored of captures, a line each, streamed. */
@Path("/api/v1")
@Tag(name = "exports")
public class ExportsResource {

    private static final String LINES = "application/x-ndjson";
    private static final int BUFFER = 1 << 16;

    private final CaptureStore captures;
    private final ReportStore reports;
    private final Exports exports;

    ExportsResource(CaptureStore captures, ReportStore reports, Exports exports) {
        this.captures = captures;
        this.reports = reports;
        this.exports = exports;
    }

    /** Flows, each in its last part. */
    @GET
    @Path("/flows")
    @Operation(summary = "Flows of captures, one JSON object a line")
    @APIResponse(responseCode = "200", content = @Content(mediaType = LINES))
    @APIResponse(responseCode = "400", description = "The request is not right; 'errors' says what.")
    @APIResponse(responseCode = "404", description = "There is no such capture or report.")
    public Response flows(@QueryParam("capture") List<String> capture, @QueryParam("report") @Nullable String report)
            throws SQLException {
        List<CaptureState> chosen = chosen(capture, report);
        return stream(out -> {
            for (CaptureState state : chosen) {
                FlowLines lines = new FlowLines(state);
                exports.flows(state.id(), (flow, codes, score) -> out.write(lines.line(flow, codes, score)));
            }
        });
    }

    /** Enriched alerts, as they travelled. */
    @GET
    @Path("/alerts")
    @Operation(summary = "Enriched alerts of captures, one JSON object a line")
    @APIResponse(responseCode = "200", content = @Content(mediaType = LINES))
    @APIResponse(responseCode = "400", description = "The request is not right; 'errors' says what.")
    @APIResponse(responseCode = "404", description = "There is no such capture or report.")
    public Response alerts(
            @QueryParam("capture") List<String> capture,
            @QueryParam("report") @Nullable String report,
            @QueryParam("minScore") @DefaultValue("0") @Parameter(schema = @Schema(implementation = Integer.class))
                    String minScore)
            throws SQLException {
        int least = number(minScore);
        List<CaptureState> chosen = chosen(capture, report);
        return stream(out -> {
            for (CaptureState state : chosen) {
                exports.alerts(state.id(), least, body -> {
                    out.write(body);
                    out.write('\n');
                });
            }
        });
    }

    private static int number(String minScore) {
        try {
            return Integer.parseInt(minScore);
        } catch (NumberFormatException not) {
            throw Answers.badRequest(List.of("'minScore' must be a whole number."));
        }
    }

    private List<CaptureState> chosen(List<String> capture, @Nullable String report) throws SQLException {
        Set<UUID> ids = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        for (String text : capture) {
            ScopeReader.uuid(text).ifPresentOrElse(ids::add, () -> faults.add("'capture' must be a capture id."));
        }
        if (report != null) {
            ids.addAll(scope(report).captures());
        }
        if (ids.isEmpty() && faults.isEmpty()) {
            faults.add("Name at least one 'capture', or a 'report' whose captures are meant.");
        }
        if (!faults.isEmpty()) {
            throw Answers.badRequest(faults);
        }
        List<CaptureState> known = captures.find(ids);
        if (known.size() < ids.size()) {
            throw Answers.noCapture();
        }
        return known;
    }

    private ReportScope scope(String report) {
        return ScopeReader.uuid(report)
                .flatMap(reports::find)
                .map(row -> {
                    try {
                        return Codec.decode(row.request, ReportScope.class);
                    } catch (Unreadable bug) {
                        throw new IllegalStateException("a stored request cannot be read", bug);
                    }
                })
                .orElseThrow(() -> Answers.noReport(report));
    }

    private static Response stream(Writing writing) {
        StreamingOutput output = raw -> {
            try (OutputStream out = new BufferedOutputStream(raw, BUFFER)) {
                writing.to(out);
            } catch (SQLException away) {
                // The head is sent: cutting the stream is the only way left to say that it is not whole.
                throw new IOException("the database went away", away);
            }
        };
        return Response.ok(output, LINES).build();
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException, SQLException;
    }
}
