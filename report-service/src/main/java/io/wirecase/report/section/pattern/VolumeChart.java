package io.wirecase.report.section.pattern;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Payload each way, pattern by pattern. */
final class VolumeChart {

    private static final int MOST = 12;

    private VolumeChart() {}

    /** The chart, or empty where no pattern carried payload. */
    static Optional<Block> of(CaseFile file) {
        List<PatternCase> measured = file.cases().stream()
                .filter(c -> c.facts().counts("upPayloadTotal") + c.facts().counts("downPayloadTotal") > 0)
                .toList();
        List<Chart.Pair> pairs = new ArrayList<>();
        for (PatternCase c : measured.subList(0, Math.min(MOST, measured.size()))) {
            Facts facts = c.facts();
            pairs.add(new Chart.Pair(
                    facts.say("pattern {number}"),
                    facts.say("{upPayloadTotal}"),
                    facts.counts("upPayloadTotal"),
                    facts.say("{downPayloadTotal}"),
                    facts.counts("downPayloadTotal")));
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chart.Pairs(
                Write.words("Payload each way"),
                Write.words("bytes of payload"),
                Write.words("client to server"),
                Write.words("server to client"),
                pairs,
                Write.words("Payload that the client and that the server sent, pattern by pattern."),
                Tables.cut(file.facts(), pairs.size(), measured.size(), "patterns")));
    }
}
