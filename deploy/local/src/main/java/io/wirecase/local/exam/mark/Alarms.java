package io.wirecase.local.exam.mark;

import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.scenarios.exam.Label.Expected;
import io.wirecase.scenarios.fixture.Disposition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often benign traffic raises an alert that people look at. */
public final class Alarms {

    /** The score from which people look. */
    public static final int LOOKED_AT = 100;

    /** A capture at least this long counts as a day. */
    private static final double LONG = 43_200;

    private static final double DAY = 86_400;

    private Alarms() {}

    /**
     * The marks of one benign family.
     *
     * @param family its id
     * @param instances how many
     * @param hostDays hosts times days
     * @param behaviours alerts about behaviour with a score of 100 or more
     * @param flows alerts about single flows with a score of 100 or more
     * @param recognised those of both beside whose score stands that they are wholly a known benign exchange
     * @param quiet behaviour with a lower score
     * @param day whether its captures last half a day or more, and count as days
     */
    public record Mark(
            String family,
            int instances,
            double hostDays,
            int behaviours,
            int flows,
            int recognised,
            int quiet,
            boolean day) {
        /** All alerts people look at, by host and day. */
        public double perHostDay() {
            return hostDays == 0 ? 0 : (behaviours + flows) / hostDays;
        }
    }

    /** Marks of every benign family. */
    public static List<Mark> of(List<Answer> answers) {
        Map<String, List<Answer>> families = new TreeMap<>();
        for (Answer answer : answers) {
            if (answer.paper().family().disposition() == Disposition.BENIGN) {
                families.computeIfAbsent(answer.paper().family().id(), any -> new ArrayList<>())
                        .add(answer);
            }
        }
        return families.entrySet().stream()
                .map(family -> mark(family.getKey(), family.getValue()))
                .toList();
    }

    /** All long captures together. */
    public static Mark days(List<Mark> marks) {
        int instances = 0;
        double hostDays = 0;
        int behaviours = 0;
        int flows = 0;
        int recognised = 0;
        int quiet = 0;
        for (Mark mark : marks) {
            if (mark.day) {
                instances += mark.instances;
                hostDays += mark.hostDays;
                behaviours += mark.behaviours;
                flows += mark.flows;
                recognised += mark.recognised;
                quiet += mark.quiet;
            }
        }
        return new Mark("all days", instances, hostDays, behaviours, flows, recognised, quiet, true);
    }

    private static Mark mark(String family, List<Answer> answers) {
        double hostDays = 0;
        int behaviours = 0;
        int flows = 0;
        int recognised = 0;
        int quiet = 0;
        double longest = 0;
        for (Answer answer : answers) {
            hostDays += answer.label().hosts() * answer.label().spanSeconds() / DAY;
            longest = Math.max(longest, answer.label().spanSeconds());
            for (Raised alert : answer.alerts()) {
                boolean loud = alert.score() >= LOOKED_AT && !expected(answer, alert);
                behaviours += loud && alert.behaviour() ? 1 : 0;
                flows += loud && !alert.behaviour() ? 1 : 0;
                recognised += loud && alert.recognised() ? 1 : 0;
                quiet += alert.behaviour() && alert.score() < LOOKED_AT ? 1 : 0;
            }
        }
        return new Mark(family, answers.size(), hostDays, behaviours, flows, recognised, quiet, longest >= LONG);
    }

    private static boolean expected(Answer answer, Raised alert) {
        for (Expected expected : answer.label().expected()) {
            if (!Collections.disjoint(alert.names(), expected.codes()) && alert.about(expected.hosts())) {
                return true;
            }
        }
        return false;
    }
}
