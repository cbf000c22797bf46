package io.wirecase.core.measure;

/**
 * The two hypotheses of the threshold random walk and what else a contact says (Jung, Paxson, Berger and Balakrishnan,
 * IEEE S&amp;P 2004; the last three weights are ours).
 *
 * @param successIfBenign probability that a benign host's first contact succeeds, 0 to 1
 * @param successIfScanner the same for a scanner
 * @param falseAlarm accepted probability of calling a benign host a scanner
 * @param miss accepted probability of missing one
 * @param nameless added for a target that was not known by name, taken away for one that was
 * @param empty added for a handshake without payload
 * @param spoken taken away for a contact over which payload went
 */
public record WalkModel(
        double successIfBenign,
        double successIfScanner,
        double falseAlarm,
        double miss,
        double nameless,
        double empty,
        double spoken) {

    /** The published hypotheses with a false alarm in ten thousand. */
    public static final WalkModel DEFAULT = new WalkModel(0.8, 0.2, 1e-4, 0.01, 0.7, 1.0, 1.5);

    /** Checks the probabilities. @throws IllegalArgumentException when one is none, or the hypotheses are swapped */
    public WalkModel {
        boolean probabilities =
                inside(successIfBenign) && inside(successIfScanner) && inside(falseAlarm) && inside(miss);
        if (!probabilities || successIfBenign <= successIfScanner) {
            throw new IllegalArgumentException("not a model of a random walk");
        }
    }

    /** The log-likelihood ratio at and above which a host is called a scanner (Wald 1947). */
    public double scanner() {
        return Math.log((1 - miss) / falseAlarm);
    }

    /** The log-likelihood ratio below which a walk does not go, so that a benign hour buys no free scan. */
    public double floor() {
        return Math.log(miss / (1 - falseAlarm));
    }

    /** What one contact adds to the log-likelihood ratio, names aside. */
    double step(Contact.Outcome outcome) {
        double failure = Math.log((1 - successIfScanner) / (1 - successIfBenign));
        double success = Math.log(successIfScanner / successIfBenign);
        return switch (outcome) {
            case SILENT, REFUSED -> failure;
            case EMPTY -> success + empty;
            case ANSWERED -> success - spoken;
        };
    }

    private static boolean inside(double probability) {
        return probability > 0 && probability < 1;
    }
}
