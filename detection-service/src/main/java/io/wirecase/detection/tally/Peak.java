package io.wirecase.detection.tally;

/**
 * The time in which most came that was not answered.
 *
 * @param nanos when it began
 * @param amount what came
 * @param answered the part of it that was answered
 * @param usual what came in as much time before, on average; 0 where nothing is known of before
 */
public record Peak(long nanos, long amount, long answered, double usual) {

    static final Peak NONE = new Peak(0, 0, 0, 0);

    /** What was not answered. */
    long unanswered() {
        return amount - answered;
    }

    /** The part that was not answered, 0 to 1; 0 where nothing came. */
    public double unansweredShare() {
        return amount == 0 ? 0 : 1 - (double) answered / amount;
    }
}
