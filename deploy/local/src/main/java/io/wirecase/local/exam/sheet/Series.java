package io.wirecase.local.exam.sheet;

import io.wirecase.scenarios.exam.Label.Rhythm;

/**
 * What timing said of a series of known timing.
 *
 * @param truth what is true of it
 * @param type the class, as reports word it
 * @param periodic whether that states a period
 * @param period the period in seconds, or 0
 * @param low lower end of its interval, or 0
 * @param high upper end, or 0
 * @param p chance of looking this regular at random, 1 where it was not tested
 * @param yardstick the score of RITA's formula, 0 to 1
 * @param alerted whether a beacon was alerted between its ends
 * @param events starts that were seen
 */
public record Series(
        Rhythm truth,
        String type,
        boolean periodic,
        double period,
        double low,
        double high,
        double p,
        double yardstick,
        boolean alerted,
        int events) {}
