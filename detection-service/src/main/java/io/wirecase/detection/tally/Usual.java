package io.wirecase.detection.tally;

/**
 * What usually comes in a slot: an average that forgets, over the slots before. What may be an attack teaches it
 * nothing. Slots are told in the order of their times; those left out held nothing. Not thread-safe.
 */
final class Usual {

    /** Before so many slots (five minutes of five seconds each) nothing is known to be usual. */
    private static final int HISTORY = 60;

    /** What is left of a slot's weight in the next; half after as many slots as a history is long. */
    private static final double LEFT = Math.pow(0.5, 1.0 / HISTORY);

    private final long harmless;
    private final int times;
    private long slots;
    private long at;
    private double sum;
    private double weight;

    /**
     * Nothing known yet.
     *
     * @param harmless no more than this in a slot is always learnt
     * @param times more than that, it is learnt where it is less than so many times the usual
     */
    Usual(long harmless, int times) {
        this.harmless = harmless;
        this.times = times;
    }

    /** What is usual before a slot; 0 where too little is known. */
    double before(long slot) {
        if (weight > 0) {
            for (long empty = at + 1; empty < slot; empty++) {
                fade();
            }
        }
        at = slot;
        return slots < HISTORY ? 0 : average();
    }

    /** What came in the slot that was asked for last. */
    void learn(long amount) {
        double usual = average();
        fade();
        sum += (1 - LEFT) * (amount <= harmless || amount < times * usual ? amount : usual);
    }

    private void fade() {
        sum *= LEFT;
        weight = LEFT * weight + 1 - LEFT;
        slots++;
    }

    private double average() {
        return weight == 0 ? 0 : sum / weight;
    }
}
