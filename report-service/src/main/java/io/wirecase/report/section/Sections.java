package io.wirecase.report.section;

import io.wirecase.report.section.alert.AlertSummary;
import io.wirecase.report.section.alert.DetectionSection;
import io.wirecase.report.section.pattern.PatternSections;
import io.wirecase.report.wording.SectionBuilder;
import java.util.List;
import java.util.stream.Stream;

/** The catalog of sections, in reading order; the ledger comes after all of them. */
public final class Sections {

    private static final List<SectionBuilder> BEFORE = List.of(new ExecutiveSummary(), new AlertSummary());

    private static final List<SectionBuilder> AFTER = List.of(
            new ConfidenceSection(),
            new GapSection(),
            new ThreatSection(),
            new ActionSection(),
            new DetectionSection(),
            new TrafficSection(),
            new SourceSection(),
            new RawDataSection());

    /** All but the ledger: what sums up, then pattern by pattern, then what follows and what it rests on. */
    public static final List<SectionBuilder> ALL =
            Stream.of(BEFORE, PatternSections.ALL, AFTER).flatMap(List::stream).toList();

    private Sections() {}
}
