package io.wirecase.report.wording;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.hypothesis.Evidence;
import io.wirecase.report.hypothesis.Ranker;
import io.wirecase.report.measurement.Facts;
import java.util.List;
import java.util.stream.Collectors;

/** Claims on explanations. */
public final class Explained {

    /** What lists of evidence rest on. */
    public static final Basis TABLE =
            Basis.inferred("evidence with a log-likelihood ratio of at least 0.7 either way", List.of());

    private Explained() {}

    /** A pattern's facts with an explanation's title and posterior. */
    public static Facts facts(PatternCase c, Ranker.Ranked ranked) {
        List<String> evidence = c.ranking().evidence().stream()
                .flatMap(e -> e.statement().claims().stream())
                .distinct()
                .map(id -> "claim:" + id)
                .toList();
        Basis rule = Basis.inferred(Ranker.RULE, evidence);
        Facts more = c.facts().more();
        more.put("explanation", more.ledger().word(ranked.hypothesis().title(), rule));
        more.put("share", more.ledger().number(Math.round(ranked.posterior() * 100), 0, "%", rule));
        return more;
    }

    /** Titles of evidence, or "nothing". */
    public static String list(List<Evidence> evidence) {
        return evidence.isEmpty()
                ? "nothing seen"
                : evidence.stream().map(e -> e.kind().title()).collect(Collectors.joining("; "));
    }
}
