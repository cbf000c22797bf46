package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Verdict;
import io.wirecase.scenarios.exam.paper.Catalog;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * How well the twins are told apart. The last word is the report's: the share of malicious explanations of the pattern
 * about the actor that has most of it. Scores stand beside it: they say what was seen and with which weight, and what
 * may explain it is not theirs to say, so that a beat of one sort and another score alike on purpose.
 */
public final class Pairs {

    private Pairs() {}

    /**
     * One pair.
     *
     * @param pair which
     * @param benign instances of the benign one
     * @param malicious instances of the malicious one
     * @param byScore the chance that the malicious one scores higher, equal scores counted half
     * @param benignScore median score of the benign one
     * @param maliciousScore median score of the malicious one
     * @param judged instances with a verdict; 0 unless both have some
     * @param byVerdict the same by the report's probability that it is malicious; -1 without verdicts
     * @param benignShare median of that probability of the benign one
     * @param maliciousShare median of that probability of the malicious one
     */
    public record Mark(
            Catalog.Pair pair,
            int benign,
            int malicious,
            double byScore,
            double benignScore,
            double maliciousScore,
            int judged,
            double byVerdict,
            double benignShare,
            double maliciousShare) {}

    /** Every pair of which both were asked. */
    public static List<Mark> of(List<Answer> answers) {
        return Catalog.pairs().stream()
                .map(pair -> mark(pair, of(answers, pair.benign()), of(answers, pair.malicious())))
                .filter(mark -> mark.benign > 0 && mark.malicious > 0)
                .toList();
    }

    private static List<Answer> of(List<Answer> answers, String family) {
        return answers.stream()
                .filter(answer -> answer.paper().family().id().equals(family))
                .toList();
    }

    private static Mark mark(Catalog.Pair pair, List<Answer> benign, List<Answer> malicious) {
        List<Verdict> low = verdicts(benign);
        List<Verdict> high = verdicts(malicious);
        return new Mark(
                pair,
                benign.size(),
                malicious.size(),
                area(values(benign, Answer::score), values(malicious, Answer::score)),
                median(values(benign, Answer::score)),
                median(values(malicious, Answer::score)),
                low.isEmpty() || high.isEmpty() ? 0 : low.size() + high.size(),
                low.isEmpty() || high.isEmpty()
                        ? -1
                        : area(values(low, Verdict::malicious), values(high, Verdict::malicious)),
                median(values(low, Verdict::malicious)),
                median(values(high, Verdict::malicious)));
    }

    private static List<Verdict> verdicts(List<Answer> answers) {
        return answers.stream().map(Answer::verdict).filter(Objects::nonNull).toList();
    }

    private static <T> double[] values(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).toArray();
    }

    /** The area under the curve of ranks (Mann and Whitney): 1 separates, .5 is chance. */
    public static double area(double[] low, double[] high) {
        double above = 0;
        for (double h : high) {
            for (double l : low) {
                above += h > l ? 1 : h == l ? 0.5 : 0;
            }
        }
        return low.length == 0 || high.length == 0 ? 0.5 : above / low.length / high.length;
    }

    /** The middle value; the mean of both where there are two; 0 of none. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
