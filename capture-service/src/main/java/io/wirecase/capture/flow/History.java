package io.wirecase.capture.flow;

/** Zeek's connection history: what each side did, in order; the letters are told at {@code TcpFacts.history}. */
final class History {

    private static final int MAX_LETTERS = 32;
    private static final int ORIGINATOR_BITS = 32;

    private final StringBuilder letters = new StringBuilder(12);
    private long seen;

    /** Says that the sides are told exchanged. */
    void exchanged() {
        letters.append('^');
    }

    /** Adds a letter that a side has once. */
    void add(char letter, boolean originator) {
        long bit = 1L << letter - 'a' + (originator ? ORIGINATOR_BITS : 0);
        if ((seen & bit) == 0) {
            seen |= bit;
            append(letter, originator);
        }
    }

    /** Adds a letter again when it tells something new. */
    void add(char letter, boolean originator, boolean different) {
        if (different && (seen & 1L << letter - 'a' + (originator ? ORIGINATOR_BITS : 0)) != 0) {
            append(letter, originator);
        } else {
            add(letter, originator);
        }
    }

    /** Adds a letter for the first, tenth, hundredth ... time something happens. */
    void add(char letter, boolean originator, int times) {
        int power = times;
        while (power >= 10 && power % 10 == 0) {
            power /= 10;
        }
        if (power == 1) {
            append(letter, originator);
        }
    }

    private void append(char letter, boolean originator) {
        if (letters.length() < MAX_LETTERS) {
            letters.append(originator ? Character.toUpperCase(letter) : letter);
        }
    }

    @Override
    public String toString() {
        return letters.toString();
    }
}
