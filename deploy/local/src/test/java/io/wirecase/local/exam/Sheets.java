package io.wirecase.local.exam;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.local.exam.sheet.Series;
import io.wirecase.local.exam.sheet.Verdict;
import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.Label.Expected;
import io.wirecase.scenarios.exam.Label.Rhythm;
import io.wirecase.scenarios.exam.paper.Catalog;
import io.wirecase.scenarios.exam.paper.Paper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers as a pipeline might give them. */
final class Sheets {

    static final String ACTOR = "10.0.0.5";
    static final String VICTIM = "10.0.0.9";

    private Sheets() {}

    /** An answer to a family's question, with what is expected and allowed there. */
    static Answer answer(String family, int seed, List<Expected> expected, Set<String> allowed, Raised... raised) {
        return new Answer(
                paper(family, seed), label(expected, allowed, List.of()), List.of(raised), List.of(), null, 1_000);
    }

    static Answer judged(String family, int seed, @Nullable Verdict verdict, Raised... raised) {
        return new Answer(
                paper(family, seed), label(List.of(), Set.of(), List.of()), List.of(raised), List.of(), verdict, 1_000);
    }

    static Answer timed(String family, int seed, Series... series) {
        List<Rhythm> rhythms = List.of(series).stream().map(Series::truth).toList();
        return new Answer(
                paper(family, seed), label(List.of(), Set.of(), rhythms), List.of(), List.of(series), null, 1_000);
    }

    /** A series with a period of so many seconds, or none for 0, and what was said of it. */
    static Series series(double truth, double said, double yardstick) {
        Rhythm rhythm = new Rhythm(ACTOR, Set.of(VICTIM), 443, truth > 0, truth, truth, 0, 0, 20);
        String type = said > 0 ? "periodic" : "irregular";
        return new Series(rhythm, type, said > 0, said, said * 0.9, said * 1.1, 0.001, yardstick, said > 0, 20);
    }

    static Expected expected(String... codes) {
        return new Expected(List.of(codes), Set.of(ACTOR), "");
    }

    static Raised raised(String kind, int score, String host) {
        return new Raised(kind, Set.of(kind), score, host, "", "", true, false);
    }

    static Raised flow(String code, int score) {
        return new Raised("flow", Set.of(code), score, ACTOR, VICTIM, "", false, false);
    }

    static Paper paper(String family, int seed) {
        return new Paper(Catalog.named(family).getFirst(), seed, Map.of(), "family");
    }

    private static Label label(List<Expected> expected, Set<String> allowed, List<Rhythm> rhythms) {
        return new Label(Map.of(), expected, allowed, rhythms, ACTOR, 0, 10, 5, 4, 86_400);
    }
}
