package io.wirecase.report.section.pattern;

import io.wirecase.report.wording.SectionBuilder;
import java.util.List;

/** The catalog of the sections that go pattern by pattern; they stand together in a report. */
public final class PatternSections {

    /** In reading order. */
    public static final List<SectionBuilder> ALL = List.of(
            new PatternSection(),
            new ObservationSection(),
            new InterpretationSection(),
            new IntelligenceSection(),
            new TimingSection(),
            new VolumeSection(),
            new ProtocolSection(),
            new AlternativeSection());

    private PatternSections() {}
}
