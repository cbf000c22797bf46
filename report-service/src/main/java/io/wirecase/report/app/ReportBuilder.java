package io.wirecase.report.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wirecase.core.wire.Codec;
import io.wirecase.platform.problem.Problem;
import io.wirecase.report.document.Cover;
import io.wirecase.report.engine.BuiltReport;
import io.wirecase.report.engine.ReportEngine;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.render.Formats;
import io.wirecase.report.render.Rendering;
import io.wirecase.report.render.ReportRenderer;
import io.wirecase.report.store.Drain;
import io.wirecase.report.store.ReportStore;
import io.wirecase.report.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Builds one report from what is stored, and stores it in every format. */
@ApplicationScoped
class ReportBuilder {

    private static final Logger LOG = Logger.getLogger(ReportBuilder.class);
    private static final int SERVER_ERROR = 500;
    private static final String FOREIGN =
            "some stored flows were written by another version and cannot be read; they are left out";
    private static final String PRODUCT = "Wirecase";

    private final ReportEngine engine;
    private final ReportStore reports;
    private final CaseSources sources;
    private final Clock clock;

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    ReportBuilder(ReportEngine engine, ReportStore reports, CaseSources sources, Clock clock) {
        this.engine = engine;
        this.reports = reports;
        this.sources = sources;
        this.clock = clock;
    }

    /** Builds a report; one that cannot be built ends with a problem, unless the database is away: then it waits on. */
    void build(UUID id, ReportScope scope, List<Drain> drains) {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            CaseInput input = sources.input(id.toString(), now, new CaseInput.Product(PRODUCT, version), scope, drains);
            BuiltReport built = engine.build(input);
            if (input.flows().leftOut()) {
                built = engine.build(input.missing(FOREIGN));
            }
            if (built.deliverable()) {
                Map<String, byte[]> bodies = bodies(built);
                byte[] announcement = Codec.encode(Announcement.of(built.report(), bodies));
                reports.finish(id, named(built.document().cover()), bodies, announcement, clock.instant());
            } else {
                LOG.errorf("report %s was refused by its own checks: %s", id, built.refusals());
                reports.fail(id, Codec.encode(refused(built)), clock.instant());
            }
        } catch (StoreException | SQLException away) {
            LOG.warnf("report %s waits: %s", id, away.getMessage());
        } catch (RuntimeException | JsonProcessingException bug) {
            LOG.errorf(bug, "report %s could not be built", id);
            reports.fail(id, Codec.encode(failed()), clock.instant());
        }
    }

    private static ReportStore.Named named(Cover cover) {
        return new ReportStore.Named(cover.title(), cover.fileName());
    }

    private static Map<String, byte[]> bodies(BuiltReport built) throws JsonProcessingException {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        String json = Codec.json().writerWithDefaultPrettyPrinter().writeValueAsString(built.report());
        byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
        bodies.put(Formats.JSON.mediaType(), bytes);
        Rendering rendering = new Rendering(built.document(), bytes);
        for (ReportRenderer renderer : Renderers.ALL) {
            bodies.put(renderer.mediaType(), renderer.render(rendering));
        }
        return bodies;
    }

    private static Problem refused(BuiltReport built) {
        return Problem.of(
                        SERVER_ERROR,
                        "report-refused",
                        "The report says something that the data does not say.",
                        "It was built and then refused by its own checks; nothing of it is delivered.")
                .with(built.refusals().stream()
                        .map(r -> r.gate() + " (" + r.where() + "): " + r.reason() + ": " + r.sentence())
                        .toList());
    }

    private static Problem failed() {
        return Problem.of(
                SERVER_ERROR,
                "report-failed",
                "The report could not be built.",
                "This is a fault of the service; its log has the reason.");
    }
}
