package io.wirecase.core.measure;

/** Which test a timing's p comes from, and what random starts it was compared with. */
public enum TimingNull {
    /** Greenwood's spacing test. */
    SPACING("poisson", "starts at random at one rate"),
    /** The evidence for a comb. */
    COMB("random-laws", "starts at random, in bursts or with long pauses"),
    /** The periodogram, over less than a day. */
    PERIODOGRAM("uniform-times", "as many starts at any time"),
    /** The periodogram, over a day and more. */
    DAY_PERIODOGRAM("hours-of-day", "as many starts at the same hours of the day");

    private final String code;
    private final String words;

    TimingNull(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The null's name, for example {@code poisson}. */
    public String code() {
        return code;
    }

    /** What the starts were compared with, in words. */
    public String words() {
        return words;
    }
}
