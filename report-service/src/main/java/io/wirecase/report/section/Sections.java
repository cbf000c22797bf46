package io.wirecase.report.section;

import java.util.List;

/** The catalog of sections, in reading order; the ledger comes after all of them. */
public final class Sections {

    /** All but the ledger. */
    public static final List<SectionBuilder> ALL = List.of(
            new ExecutiveSummary(),
            new AlertSummary(),
            new PatternSection(),
            new ObservationSection(),
            new InterpretationSection(),
            new IntelligenceSection(),
            new TimingSection(),
            new VolumeSection(),
            new ProtocolSection(),
            new AlternativeSection(),
            new ConfidenceSection(),
            new GapSection(),
            new ThreatSection(),
            new ActionSection(),
            new DetectionSection(),
            new TrafficSection(),
            new SourceSection(),
            new RawDataSection());

    private Sections() {}
}
