package io.wirecase.report.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.store.CaptureStore;
import io.wirecase.report.store.ReportRow;
import io.wirecase.report.store.ReportStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The first page: what was captured, what was reported. */
@Path("/")
public class HomePage {

    private static final int MOST_CAPTURES = 200;
    private static final int MOST_REPORTS = 50;
    private static final int LONGEST_NAME = 80;
    private static final int PERCENT = 100;
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

    private final CaptureStore captures;
    private final ReportStore reports;

    HomePage(CaptureStore captures, ReportStore reports) {
        this.captures = captures;
        this.reports = reports;
    }

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page() throws SQLException {
        List<CaptureState> known = captures.all();
        List<CaptureLine> lines = known.stream()
                .sorted(Comparator.comparing(CaptureState::name).thenComparing(CaptureState::id))
                .limit(MOST_CAPTURES)
                .map(HomePage::line)
                .toList();
        List<ReportLine> made =
                reports.latest(MOST_REPORTS).stream().map(HomePage::line).toList();
        return Response.ok(Templates.home(lines, known.size(), made).render())
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static CaptureLine line(CaptureState capture) {
        Accounts accounts = capture.accounts();
        String state = capture.state().name().toLowerCase(Locale.ROOT);
        return new CaptureLine(
                capture.id().toString(),
                new UntrustedText(capture.name()).visible(LONGEST_NAME),
                capture.site().equals(capture.id().toString())
                        ? ""
                        : new UntrustedText(capture.site()).visible(LONGEST_NAME),
                capture.state() == CaptureState.State.READING
                        ? state + ", " + Math.round(capture.progress() * PERCENT) + " %"
                        : state,
                String.format(Locale.ROOT, "%,d", capture.bytes()),
                accounts == null ? "" : String.format(Locale.ROOT, "%,d", accounts.packets()),
                accounts == null ? "" : String.format(Locale.ROOT, "%,d", accounts.flows()),
                gone(capture));
    }

    private static String gone(CaptureState capture) {
        CaptureState.Keeping keeping = capture.keeping();
        return keeping == null || keeping.gone() == null ? "" : keeping.gone();
    }

    private static ReportLine line(ReportRow row) {
        String state = switch (row.state) {
            case ReportRow.READY -> "ready";
            case ReportRow.FAILED -> "failed";
            default -> "building";
        };
        String title = row.title;
        return new ReportLine(
                row.id.toString(),
                title == null ? "Report" : title,
                state,
                row.created.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** A capture on the page. */
    record CaptureLine(
            String id,
            String name,
            String site,
            String state,
            String bytes,
            String packets,
            String flows,
            String gone) {

        public boolean kept() {
            return gone.isEmpty();
        }
    }

    /** A report on the page. */
    record ReportLine(String id, String title, String state, String created) {

        public boolean ready() {
            return state.equals("ready");
        }
    }

    /** The page's template; Qute checks it when the service is built. */
    @CheckedTemplate(basePath = "", requireTypeSafeExpressions = true)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance home(List<CaptureLine> captures, int total, List<ReportLine> reports);
    }
}
