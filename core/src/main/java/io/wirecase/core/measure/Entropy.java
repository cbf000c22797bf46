package io.wirecase.core.measure;

/** Shannon's entropy of symbols drawn one by one (Shannon 1948): {@code -sum(p * log2(p))}. */
public final class Entropy {

    private static final double LN2 = Math.log(2);
    private static final int BYTES = 256;

    private Entropy() {}

    /**
     * The entropy of counted symbols.
     *
     * @param counts how often each came
     * @return bits a symbol, from 0 (always the same) to the logarithm of their number; 0 without any
     */
    public static double ofCounts(int[] counts) {
        double all = 0;
        double weighted = 0;
        for (int count : counts) {
            if (count > 0) {
                all += count;
                weighted += count * Math.log(count);
            }
        }
        return all == 0 ? 0 : Math.max(0, (Math.log(all) - weighted / all) / LN2);
    }

    /**
     * The entropy of the characters of a text by itself, dots left out. A short text cannot have much: at most the
     * logarithm of its length.
     *
     * @param text one char a byte
     */
    public static double ofText(String text) {
        int[] counts = new int[BYTES];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.') {
                counts[c & 0xFF]++;
            }
        }
        return ofCounts(counts);
    }
}
