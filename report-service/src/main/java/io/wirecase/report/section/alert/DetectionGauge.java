package io.wirecase.report.section.alert;

import io.wirecase.report.assessment.Threat;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Write;
import java.util.List;

/** The case on a scale: the threat score of its gravest pattern. */
final class DetectionGauge {

    private static final double END = 100;

    private DetectionGauge() {}

    /** Only for cases with patterns. */
    static Block chart(CaseFile file) {
        Facts facts = file.facts();
        return new Chart.Gauge(
                Write.words("Threat score"),
                facts.counts("threat"),
                facts.say("{threat}"),
                List.of(
                        new Chart.Band(Write.words("benign"), 0, Threat.SUSPICIOUS_FROM),
                        new Chart.Band(Write.words("suspicious"), Threat.SUSPICIOUS_FROM, Threat.MALICIOUS_FROM),
                        new Chart.Band(Write.words("malicious"), Threat.MALICIOUS_FROM, END)),
                facts.say("The needle stands at {threat}; the parts of the scale are the dispositions."));
    }
}
