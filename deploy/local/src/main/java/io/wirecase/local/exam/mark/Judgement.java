package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Verdict;
import io.wirecase.scenarios.fixture.Disposition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How good the report's verdicts are. Whether something is malicious is asked of what is either benign or malicious;
 * what is suspicious counts only where verdicts are compared as words.
 *
 * @param verdicts how many there are
 * @param right how many say the word that is right
 * @param logLoss mean surprise, in nats, at the truth
 * @param brier mean squared distance of the probability from the truth
 * @param calibrationError distance of stated from true shares, in ten groups of equal size
 */
public record Judgement(int verdicts, int right, double logLoss, double brier, double calibrationError) {

    private static final double LEAST = 0.01;
    private static final int GROUPS = 10;

    private record Claim(double stated, double truth) {}

    /** The verdicts of all answers that have one. */
    public static Judgement of(List<Answer> answers) {
        List<Claim> claims = new ArrayList<>();
        int verdicts = 0;
        int right = 0;
        for (Answer answer : answers) {
            Verdict verdict = answer.verdict();
            if (verdict == null) {
                continue;
            }
            Disposition truth = answer.paper().family().disposition();
            verdicts++;
            right += said(verdict).equals(truth.name().toLowerCase(Locale.ROOT)) ? 1 : 0;
            if (truth != Disposition.SUSPICIOUS) {
                claims.add(new Claim(verdict.malicious(), truth == Disposition.MALICIOUS ? 1 : 0));
            }
        }
        double surprise = 0;
        double distance = 0;
        for (Claim claim : claims) {
            double stated = Math.clamp(claim.stated, LEAST, 1 - LEAST);
            surprise -= Math.log(claim.truth == 1 ? stated : 1 - stated);
            distance += (claim.stated - claim.truth) * (claim.stated - claim.truth);
        }
        int n = Math.max(1, claims.size());
        return new Judgement(verdicts, right, surprise / n, distance / n, calibration(claims));
    }

    /** A report without a pattern about somebody says that there is nothing. */
    private static String said(Verdict verdict) {
        return verdict.disposition().isEmpty() ? "benign" : verdict.disposition();
    }

    private static double calibration(List<Claim> claims) {
        List<Claim> sorted = claims.stream()
                .sorted(Comparator.comparingDouble(Claim::stated))
                .toList();
        double error = 0;
        for (int group = 0; group < GROUPS; group++) {
            List<Claim> part = sorted.subList(group * sorted.size() / GROUPS, (group + 1) * sorted.size() / GROUPS);
            double stated = part.stream().mapToDouble(Claim::stated).sum();
            double truth = part.stream().mapToDouble(Claim::truth).sum();
            error += Math.abs(stated - truth);
        }
        return sorted.isEmpty() ? 0 : error / sorted.size();
    }
}
