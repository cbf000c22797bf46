package io.wirecase.capture.flow;

/**
 * Zeek's connection history: what each side did, in order, each letter once per side, upper case for the originator.
 * Letters: s SYN, h SYN with ACK, a pure ACK, d payload, f FIN, r RST, t payload sent again, w zero window, i FIN with
 * RST, q SYN with FIN or RST.
 */
final class History {

    private static final int ORIGINATOR_BITS = 32;

    private final StringBuilder letters = new StringBuilder(12);
    private long seen;

    void add(char letter, boolean originator) {
        long bit = 1L << letter - 'a' + (originator ? ORIGINATOR_BITS : 0);
        if ((seen & bit) == 0) {
            seen |= bit;
            letters.append(originator ? Character.toUpperCase(letter) : letter);
        }
    }

    @Override
    public String toString() {
        return letters.toString();
    }
}
