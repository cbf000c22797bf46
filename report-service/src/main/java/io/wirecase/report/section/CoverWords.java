package io.wirecase.report.section;

import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Prose;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Owners;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What stands on the cover: which captures, times, hosts and scores the report is about. */
public final class CoverWords {

    private static final String OWNER_DATA = "DB-IP";
    private static final String OWNER_NOTICE = "Owners of addresses: data by RouteViews, the Number Resource"
            + " Organization and DB-IP (CC BY 4.0), IP geolocation by DB-IP";
    private static final URI OWNER_LINK = URI.create("https://db-ip.com");
    private static final int MOST_NAMED = 8;
    private static final int NANOSECONDS = 9;

    private CoverWords() {}

    /** The cover of a case. */
    public static Cover of(CaseFile file) {
        CaseInput input = file.input();
        List<Prose> scope = new ArrayList<>(captures(file));
        scope.addAll(limits(file));
        return new Cover(
                input.id(),
                "Traffic case",
                FileName.of(input),
                input.generatedAt().toString(),
                input.product().name(),
                input.product().version(),
                scope,
                Write.words("No language model was used."),
                notices(file));
    }

    /** The default data on owners asks pages that show it to link to one of its makers. */
    private static List<Cover.Notice> notices(CaseFile file) {
        boolean shown = Owners.of(file.cases()).stream()
                .flatMap(owner -> owner.addresses().values().stream())
                .anyMatch(owner -> owner.source().name().contains(OWNER_DATA));
        return shown ? List.of(new Cover.Notice(OWNER_NOTICE, OWNER_LINK)) : List.of();
    }

    private static List<Prose> captures(CaseFile file) {
        List<Prose> said = new ArrayList<>();
        List<CaptureState> sources = file.input().sources();
        for (CaptureState source : sources.subList(0, Math.min(MOST_NAMED, sources.size()))) {
            Facts more = file.facts().more();
            Basis basis = Basis.reported("name given", List.of("capture:" + source.id()));
            more.put("file", more.ledger().packet(new UntrustedText(source.name()), basis));
            said.add(more.say("Capture {file}."));
        }
        Prose cut = Tables.cut(file.facts(), said.size(), sources.size(), "captures");
        if (cut != null) {
            said.add(cut);
        }
        if (file.facts().has("first")) {
            said.add(file.facts().say("Packets from {first} to {last}."));
        }
        return said;
    }

    private static List<Prose> limits(CaseFile file) {
        ReportScope scope = file.input().scope();
        Facts more = file.facts().more();
        Basis asked = Basis.reported("asked for", List.of());
        List<Prose> said = new ArrayList<>();
        if (scope.sinceNanos() != null) {
            more.put("since", more.ledger().time(scope.sinceNanos(), NANOSECONDS, asked));
            said.add(more.say("Alerts from {since} on."));
        }
        if (scope.untilNanos() != null) {
            more.put("until", more.ledger().time(scope.untilNanos(), NANOSECONDS, asked));
            said.add(more.say("Alerts before {until}."));
        }
        for (var host : scope.hosts().stream().limit(MOST_NAMED).toList()) {
            more.put("asked", more.ledger().address(host, asked));
            said.add(more.say("Host {asked}."));
        }
        Prose cut = Tables.cut(
                more, Math.min(MOST_NAMED, scope.hosts().size()), scope.hosts().size(), "hosts");
        if (cut != null) {
            said.add(cut);
        }
        if (scope.minScore() > 0) {
            said.add(more.say("Alerts with a score of at least {minScore}."));
        }
        return said;
    }
}
