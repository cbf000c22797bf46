package io.wirecase.report.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.render.Formats;
import io.wirecase.report.store.ClaimFlows;
import io.wirecase.report.store.ClaimFlows.Place;
import io.wirecase.report.store.ReportRow;
import io.wirecase.report.store.ReportStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a claim of a report's ledger to the flows it rests on, so that their packets can be asked for. */
@ApplicationScoped
class ClaimPackets {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;

    private final ReportStore reports;
    private final ClaimFlows flows;

    ClaimPackets(ReportStore reports, ClaimFlows flows) {
        this.reports = reports;
        this.flows = flows;
    }

    /**
     * The flows of a claim.
     *
     * @param revision the revision of the capture that they are of
     * @param ids their ids
     * @param listed how many inputs of the claims gone through are listed
     * @param total how many there are
     */
    record Found(int revision, Set<UUID> ids, long listed, long total) {}

    /**
     * Finds the flows of a claim that are of a capture.
     *
     * @throws ProblemException when there is nothing to ask for
     * @throws SQLException when the database is away
     */
    Found find(UUID capture, @Nullable String report, @Nullable String claim) throws SQLException {
        if (report == null || claim == null) {
            throw problem(
                    BAD_REQUEST,
                    "bad-request",
                    "The request is not right.",
                    "'report' and 'claim' belong together: a claim has its id within one report.");
        }
        ReportRow row = ScopeReader.uuid(report).flatMap(reports::find).orElseThrow(() -> Answers.noReport(report));
        Inputs inputs = inputs(row, report, claim);
        List<Place> places = flows.find(scope(row).captures(), inputs.flows, inputs.alerts);
        int revision = places.stream()
                .filter(place -> place.capture().equals(capture))
                .mapToInt(Place::revision)
                .max()
                .orElseThrow(() -> none(places));
        Set<UUID> ids = new LinkedHashSet<>();
        places.stream()
                .filter(place -> place.capture().equals(capture) && place.revision() == revision)
                .forEach(place -> ids.add(place.flow()));
        return new Found(revision, ids, inputs.listed, inputs.total);
    }

    private Inputs inputs(ReportRow row, String report, String claim) {
        if (!row.state.equals(ReportRow.READY)) {
            String where = "GET /api/v1/reports/" + row.id;
            throw row.state.equals(ReportRow.WAITING)
                    ? problem(
                            CONFLICT,
                            "report-not-ready",
                            "The report has no claims yet.",
                            where + " says how far it is.")
                    : problem(GONE, "report-gone", "The report has no claims.", where + " says why.");
        }
        byte[] body = reports.body(row.id, Formats.JSON.mediaType())
                .orElseThrow(() -> Answers.noReport(report))
                .bytes();
        Map<String, JsonNode> claims = new HashMap<>();
        try {
            Codec.json()
                    .readTree(body)
                    .path("claims")
                    .forEach(one -> claims.put(one.path("id").asText(), one));
        } catch (IOException bug) {
            throw new UncheckedIOException("a stored report cannot be read", bug);
        }
        if (!claims.containsKey(claim)) {
            throw problem(
                    NOT_FOUND,
                    "not-found",
                    "There is no such claim.",
                    "The report has no claim '" + claim.replaceAll("[^0-9A-Za-z.-]", "?")
                            + "'; 'claims' in its JSON lists those there are.");
        }
        return new Inputs(claims).follow(claim);
    }

    /** What claims rest on, those they rest on included. */
    private static final class Inputs {

        private final Map<String, JsonNode> claims;
        private final Set<UUID> flows = new LinkedHashSet<>();
        private final Set<UUID> alerts = new LinkedHashSet<>();
        private long listed;
        private long total;

        Inputs(Map<String, JsonNode> claims) {
            this.claims = claims;
        }

        Inputs follow(String first) {
            Deque<String> open = new ArrayDeque<>(List.of(first));
            Set<String> seen = new HashSet<>(open);
            while (!open.isEmpty()) {
                JsonNode claim = claims.get(open.remove());
                if (claim == null) {
                    continue;
                }
                listed += claim.path("inputs").size();
                total += claim.path("inputsTotal").asLong();
                for (JsonNode input : claim.path("inputs")) {
                    String[] parts = input.asText().split(":", 2);
                    if (parts[0].equals("claim") && seen.add(parts[1])) {
                        open.add(parts[1]);
                    } else if (parts[0].equals("flow")) {
                        ScopeReader.uuid(parts[1]).ifPresent(flows::add);
                    } else if (parts[0].equals("alert")) {
                        ScopeReader.uuid(parts[1]).ifPresent(alerts::add);
                    }
                }
            }
            return this;
        }
    }

    private static ProblemException none(List<Place> places) {
        Set<String> elsewhere = new TreeSet<>();
        places.forEach(place -> elsewhere.add(place.capture().toString()));
        String detail = elsewhere.isEmpty()
                ? "It rests on whole captures, on data files or on nothing that has packets. Without parameters the"
                        + " whole capture is given."
                : "Its flows are of other captures, each in 'errors'.";
        return new ProblemException(
                Problem.of(UNPROCESSABLE, "no-flows", "The claim rests on no flow of this capture.", detail)
                        .with(List.copyOf(elsewhere)));
    }

    private static ReportScope scope(ReportRow row) {
        try {
            return Codec.decode(row.request, ReportScope.class);
        } catch (Unreadable bug) {
            throw new IllegalStateException("a stored request cannot be read", bug);
        }
    }

    private static ProblemException problem(int status, String kind, String title, String detail) {
        return new ProblemException(Problem.of(status, kind, title, detail));
    }
}
