package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.scenarios.exam.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Family by family: whether everything expected came and nothing else. */
public final class Families {

    private Families() {}

    /**
     * The marks of one family.
     *
     * @param id its name
     * @param title what it is
     * @param disposition the verdict that is right
     * @param instances how many were asked
     * @param right those with all that is expected and nothing wrong
     * @param raised kinds of behaviour that were raised, by the number of instances with them
     * @param bytes size of the largest capture
     */
    public record Mark(
            String id,
            String title,
            String disposition,
            int instances,
            int right,
            Map<String, Integer> raised,
            long bytes) {}

    /** Marks of every family that was asked. */
    public static List<Mark> of(List<Answer> answers) {
        Map<String, List<Answer>> families = new TreeMap<>();
        for (Answer answer : answers) {
            families.computeIfAbsent(answer.paper().family().id(), any -> new ArrayList<>())
                    .add(answer);
        }
        return families.values().stream().map(Families::mark).toList();
    }

    private static Mark mark(List<Answer> answers) {
        Family family = answers.getFirst().paper().family();
        int right = 0;
        long bytes = 0;
        Map<String, Integer> raised = new TreeMap<>();
        for (Answer answer : answers) {
            right += right(answer) ? 1 : 0;
            bytes = Math.max(bytes, answer.bytes());
            Set<String> kinds = new TreeSet<>();
            answer.alerts().stream()
                    .filter(Raised::behaviour)
                    .forEach(alert ->
                            kinds.add(alert.kind() + (alert.score() >= Alarms.LOOKED_AT ? "" : " (below 100)")));
            kinds.forEach(kind -> raised.merge(kind, 1, Integer::sum));
        }
        return new Mark(
                family.id(),
                family.title(),
                family.disposition().name().toLowerCase(Locale.ROOT),
                answers.size(),
                right,
                raised,
                bytes);
    }

    private static boolean right(Answer answer) {
        return Kinds.wrong(answer).isEmpty()
                && answer.label().expected().stream().allMatch(expected -> Kinds.found(answer, expected));
    }
}
