package io.wirecase.capture.tcp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Zeek's connection history: what each side did, in order; the letters are told at {@code TcpFacts.history}. */
final class History {

    private static final int MAX_LETTERS = 32;
    private static final int ORIGINATOR_BITS = 32;

    private static final int USUAL = 8;

    private byte[] letters = new byte[USUAL];
    private int length;
    private long seen;

    /** Says that the sides are told exchanged. */
    void exchanged() {
        put('^');
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
        if (length < MAX_LETTERS) {
            put(originator ? Character.toUpperCase(letter) : letter);
        }
    }

    private void put(char letter) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, length * 2);
        }
        letters[length++] = (byte) letter;
    }

    @Override
    public String toString() {
        return new String(letters, 0, length, StandardCharsets.US_ASCII);
    }
}
