package io.wirecase.report.rest;

import io.wirecase.core.suppression.RuleBook;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.report.export.FlowLines;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.store.CaptureStore;
import io.wirecase.report.store.Exports;
import io.wirecase.report.store.ReportStore;
import io.wirecase.report.store.SuppressionStore;
import io.wirecase.report.suppression.Sieve;
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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
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
    private static final String HIDDEN = "Wirecase-Suppressed";
    private static final String HIDDEN_BY = "Wirecase-Suppressed-By";
    private static final int MOST_RULES_NAMED = 20;

    private final CaptureStore captures;
    private final ReportStore reports;
    private final Exports exports;
    private final SuppressionStore rules;
    private final Clock clock;

    ExportsResource(CaptureStore captures, ReportStore reports, Exports exports, SuppressionStore rules, Clock clock) {
        this.captures = captures;
        this.reports = reports;
        this.exports = exports;
        this.rules = rules;
        this.clock = clock;
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
                })
                .build();
    }

    /** Enriched alerts, as they travelled, with what suppression rules say of them now. */
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
                    String minScore,
            @QueryParam("suppressed") @DefaultValue("false") boolean suppressed)
            throws SQLException, IOException {
        int least = number(minScore);
        List<CaptureState> chosen = chosen(capture, report);
        RuleBook book = rules.book();
        Instant now = clock.instant();
        Response.ResponseBuilder answer = stream(out -> {
            for (CaptureState state : chosen) {
                exports.alerts(state.id(), least, suppressed, new Sieve(book, now), body -> {
                    out.write(body);
                    out.write('\n');
                });
            }
        });
        if (!book.rules().isEmpty()) {
            hidden(answer, chosen, least, () -> new Sieve(book, now));
        }
        return answer.build();
    }

    /** Says in the head how many alerts rules hide, and which rules: behind the stream nobody would look for it. */
    private void hidden(Response.ResponseBuilder answer, List<CaptureState> chosen, int least, Supplier<Sieve> sieves)
            throws SQLException, IOException {
        long all = 0;
        Map<UUID, Long> byRule = new TreeMap<>();
        for (CaptureState state : chosen) {
            Sieve sieve = sieves.get();
            exports.alerts(state.id(), least, false, sieve, body -> {});
            all += sieve.leftOut().hidden();
            sieve.leftOut().rules().forEach(by -> byRule.merge(by.rule().id(), by.hidden(), Long::sum));
        }
        answer.header(HIDDEN, all);
        byRule.entrySet().stream()
                .filter(rule -> rule.getValue() > 0)
                .limit(MOST_RULES_NAMED)
                .forEach(rule -> answer.header(HIDDEN_BY, rule.getKey() + "=" + rule.getValue()));
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

    private static Response.ResponseBuilder stream(Writing writing) {
        StreamingOutput output = raw -> {
            try (OutputStream out = new BufferedOutputStream(raw, BUFFER)) {
                writing.to(out);
            } catch (SQLException away) {
                // The head is sent: cutting the stream is the only way left to say that it is not whole.
                throw new IOException("the database went away", away);
            }
        };
        return Response.ok(output, LINES);
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException, SQLException;
    }
}
