package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything an exam says.
 *
 * @param version of what was examined
 * @param questions how many were answered and which were not
 * @param families by family
 * @param kinds found, missed and wrong, by kind
 * @param scans the same for all kinds of scan as one
 * @param rhythms timing by family
 * @param chance timing of series without a period
 * @param alarms alerts on benign families
 * @param days the long ones together
 * @param pairs twins told apart
 * @param curves robustness
 * @param judgement verdicts
 * @param aims what had to hold
 */
public record Results(
        String version,
        Questions questions,
        List<Families.Mark> families,
        List<Kinds.Mark> kinds,
        Kinds.Mark scans,
        List<Rhythms.Mark> rhythms,
        Rhythms.Chance chance,
        List<Alarms.Mark> alarms,
        Alarms.Mark days,
        List<Pairs.Mark> pairs,
        List<Curves.Mark> curves,
        Judgement judgement,
        List<Aim> aims) {

    /**
     * What was asked.
     *
     * @param answered captures in all
     * @param unanswered names of the questions that got no answer
     */
    public record Questions(int answered, Set<String> unanswered) {}

    /** Marks answers, where every question was answered. */
    public static Results of(String version, List<Answer> answers) {
        return of(version, answers, Set.of());
    }

    /** Marks answers; questions without one are named and count nowhere else. */
    public static Results of(String version, List<Answer> answers, Set<String> unanswered) {
        List<Answer> families = answers.stream()
                .filter(answer -> answer.paper().fixed().isEmpty())
                .toList();
        Rhythms.Chance chance = Rhythms.chance(families);
        List<Alarms.Mark> alarms = Alarms.of(families);
        return new Results(
                version,
                new Questions(answers.size(), new TreeSet<>(unanswered)),
                Families.of(families),
                Kinds.of(families),
                Kinds.pooled("any scan", families, Kinds.SCANS),
                Rhythms.of(families),
                chance,
                alarms,
                Alarms.days(alarms),
                Pairs.of(families),
                Curves.of(answers, chance.equalLimit()),
                Judgement.of(families),
                Aims.of(families));
    }

    /** Whether every question was answered and every aim that was measured holds. */
    public boolean passed() {
        return questions.unanswered().isEmpty() && aims.stream().allMatch(aim -> aim.n() == 0 || aim.holds());
    }
}
