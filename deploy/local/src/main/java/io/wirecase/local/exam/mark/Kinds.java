package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.Label.Expected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was found, missed and wrongly raised, kind by kind. */
public final class Kinds {

    /** Every kind of scan. */
    public static final Set<String> SCANS =
            Set.of("vertical_scan", "horizontal_scan", "block_scan", "random_scan", "distributed_scan", "slow_scan");

    private Kinds() {}

    /**
     * The marks of one kind.
     *
     * @param kind its code
     * @param asked instances in which it must appear
     * @param found those in which it did, or one that is as right
     * @param technique of those that ask for a technique, how many named the right one; -1 where none asks
     * @param wrong hosts of instances about which it was raised where it must not be
     * @param wrongIn the families of those
     */
    public record Mark(String kind, int asked, int found, int technique, int wrong, Set<String> wrongIn) {
        /** Share found of those asked; 1 where none was. */
        public double recall() {
            return asked == 0 ? 1 : found / (double) asked;
        }

        /** Share right of those raised; 1 where none was. */
        public double precision() {
            return found + wrong == 0 ? 1 : found / (double) (found + wrong);
        }

        /** The harmonic mean of both. */
        public double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    /** Marks by kind, in alphabetical order. */
    public static List<Mark> of(List<Answer> answers) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (Answer answer : answers) {
            for (Expected expected : answer.label().expected()) {
                tallies.computeIfAbsent(expected.codes().getFirst(), Tally::new).asked(answer, expected);
            }
            for (Raised wrong : wrong(answer)) {
                tallies.computeIfAbsent(wrong.kind(), Tally::new).wrong(answer, wrong);
            }
        }
        return tallies.values().stream().map(Tally::mark).toList();
    }

    /** The marks of several kinds as one, where any of them is as right. */
    public static Mark pooled(String name, List<Answer> answers, Set<String> kinds) {
        Tally pool = new Tally(name);
        for (Answer answer : answers) {
            for (Expected expected : answer.label().expected()) {
                if (!Collections.disjoint(expected.codes(), kinds)) {
                    pool.asked(answer, new Expected(List.copyOf(kinds), expected.hosts(), expected.technique()));
                }
            }
            wrong(answer).stream()
                    .filter(alert -> kinds.contains(alert.kind()))
                    .filter(alert -> !scanOfTheSame(answer, alert, kinds))
                    .forEach(alert -> pool.wrong(answer, alert));
        }
        return pool.mark();
    }

    /** The shape is another one, but it is a scan by the right host. */
    private static boolean scanOfTheSame(Answer answer, Raised alert, Set<String> kinds) {
        return answer.label().expected().stream()
                .anyMatch(expected -> !Collections.disjoint(expected.codes(), kinds) && alert.about(expected.hosts()));
    }

    /** Whether an answer has what is expected. */
    public static boolean found(Answer answer, Expected expected) {
        return answer.alerts().stream().anyMatch(alert -> fits(alert, expected));
    }

    private static boolean fits(Raised alert, Expected expected) {
        return !Collections.disjoint(alert.names(), expected.codes()) && alert.about(expected.hosts());
    }

    /** Behaviour that was raised and is neither expected nor allowed nor a mere statement. */
    public static List<Raised> wrong(Answer answer) {
        Label label = answer.label();
        List<Raised> wrong = new ArrayList<>();
        for (Raised alert : answer.alerts()) {
            boolean right = !alert.behaviour()
                    || Label.STATEMENTS.contains(alert.kind())
                    || label.allowed().contains(alert.kind())
                    || label.expected().stream().anyMatch(expected -> fits(alert, expected));
            if (!right) {
                wrong.add(alert);
            }
        }
        return wrong;
    }

    private static final class Tally {
        private final String kind;
        private int asked;
        private int found;
        private int named = -1;
        private final Set<List<String>> wrong = new HashSet<>();
        private final Set<String> wrongIn = new TreeSet<>();

        Tally(String kind) {
            this.kind = kind;
        }

        void asked(Answer answer, Expected expected) {
            asked++;
            found += Kinds.found(answer, expected) ? 1 : 0;
            if (!expected.technique().isEmpty()) {
                boolean right = answer.alerts().stream()
                        .anyMatch(alert ->
                                fits(alert, expected) && alert.technique().equals(expected.technique()));
                named = Math.max(0, named) + (right ? 1 : 0);
            }
        }

        void wrong(Answer answer, Raised alert) {
            wrong.add(List.of(answer.paper().name(), alert.kind(), alert.host()));
            wrongIn.add(answer.paper().family().id());
        }

        Mark mark() {
            return new Mark(kind, asked, found, named, wrong.size(), Set.copyOf(wrongIn));
        }
    }
}
