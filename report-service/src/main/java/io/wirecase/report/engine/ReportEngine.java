package io.wirecase.report.engine;

import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.measure.Timing;
import io.wirecase.report.action.ActionPlanner;
import io.wirecase.report.assessment.Assessor;
import io.wirecase.report.assessment.CaseAssessment;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Section;
import io.wirecase.report.gap.GapFinder;
import io.wirecase.report.hypothesis.EvidenceFinder;
import io.wirecase.report.hypothesis.Ranker;
import io.wirecase.report.input.CaseInput;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.measurement.Discoveries;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Measurer;
import io.wirecase.report.measurement.PatternFacts;
import io.wirecase.report.pattern.Pattern;
import io.wirecase.report.pattern.PatternFinder;
import io.wirecase.report.pattern.Patterns;
import io.wirecase.report.section.CoverWords;
import io.wirecase.report.section.LedgerSection;
import io.wirecase.report.section.ReportFacts;
import io.wirecase.report.section.Sections;
import io.wirecase.report.tally.Counter;
import io.wirecase.report.tally.Tally;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.SectionBuilder;
import java.util.ArrayList;
import java.util.List;

/** Builds reports. It keeps nothing between two of them and may be used by several threads. */
public final class ReportEngine {

    /** The most entries of protocols, talkers and conversations. */
    private static final int MOST_TOTALS = 100;

    private final List<SectionBuilder> sections;

    /** An engine with every section of the catalog. */
    public ReportEngine() {
        this(Sections.ALL);
    }

    /** An engine with these sections. */
    ReportEngine(List<SectionBuilder> sections) {
        this.sections = List.copyOf(sections);
    }

    /** Builds and checks a report. The same input gives the same bytes, id and time of making aside. */
    public BuiltReport build(CaseInput input) {
        return build(input, new Ledger());
    }

    /** Builds and checks a report whose claims are stated in this ledger. */
    BuiltReport build(CaseInput input, Ledger ledger) {
        CaseFile file = investigate(input, ledger);
        Document document = write(file, ledger);
        List<Refusal> refusals = Gates.check(document, file, ledger);
        return new BuiltReport(ReportJson.of(file, document, ledger), document, refusals);
    }

    static CaseFile investigate(CaseInput input, Ledger ledger) {
        Patterns patterns = new PatternFinder(input.scope().minScore()).find(input.alerts());
        Measurer measurer = new Measurer(input.flows());
        Ranker ranker = new Ranker(Explanations.ALL);
        Assessor assessor = new Assessor(input.completeness().whole(), input.sources());
        List<PatternCase> cases = new ArrayList<>();
        List<Measurement> all =
                patterns.patterns().stream().map(measurer::measure).toList();
        Discoveries discoveries = Discoveries.of(all, input.flows().series(Timing.MIN_EPISODES));
        for (Measurement measured : all) {
            Facts facts = PatternFacts.state(measured, ledger, digits(input, measured.pattern()), discoveries);
            cases.add(assessor.assess(measured, facts, ranker.rank(EvidenceFinder.find(measured, facts))));
        }
        CaseAssessment assessment = new CaseAssessment(Assessor.ranked(cases));
        Tally tally = tally(input, assessment.cases());
        FlowTotals totals = input.flows().totals(MOST_TOTALS);
        return new CaseFile(
                input,
                patterns,
                tally,
                totals,
                assessment,
                new GapFinder(assessment.cases()).find(),
                ActionPlanner.plan(assessment.cases()),
                ReportFacts.state(ledger, input, patterns, tally, totals, assessment));
    }

    private static Tally tally(CaseInput input, List<PatternCase> cases) {
        List<EnrichedAlert> shown = input.alerts().stream()
                .filter(a -> a.alert().score() >= input.scope().minScore())
                .toList();
        return Counter.count(
                Math.max(input.alertsTotal(), input.alerts().size()),
                shown,
                cases.stream()
                        .filter(c -> c.pattern().key().isBehaviour())
                        .flatMap(c -> c.measured().flows().stream())
                        .toList());
    }

    private static int digits(CaseInput input, Pattern pattern) {
        var captures = pattern.alerts().getFirst().alert().captures();
        return CaseFile.digits(input.sources(), captures.isEmpty() ? new java.util.UUID(0, 0) : captures.getLast());
    }

    Document write(CaseFile file, Ledger ledger) {
        List<Section> written = new ArrayList<>();
        for (SectionBuilder builder : sections) {
            written.add(builder.build(file));
        }
        Cover cover = CoverWords.of(file);
        written.add(LedgerSection.build(ledger, cover.sentences(), written));
        return new Document(cover, written);
    }
}
