package io.wirecase.detection.names;

/**
 * Whether a domain's label looks computed. Letters drawn by lot have runs of consonants, few vowels, or digits among
 * them; words have none of it. One label says little, so only bursts of them are judged; names made of words are not
 * found.
 */
final class Generated {

    private static final int SHORTEST = 7;
    private static final int CONSONANTS = 5;
    private static final double FEW_VOWELS = 0.22;
    private static final int SWITCHES = 3;
    private static final String VOWELS = "aeiouy";

    private Generated() {}

    static boolean looks(String domain) {
        String label = domain.substring(0, domain.indexOf('.'));
        if (label.length() < SHORTEST || label.startsWith("xn--")) {
            return false;
        }
        int letters = 0;
        int vowels = 0;
        int run = 0;
        int longest = 0;
        int switches = 0;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean vowel = VOWELS.indexOf(c) >= 0;
            letters += letter ? 1 : 0;
            vowels += vowel ? 1 : 0;
            run = letter && !vowel ? run + 1 : 0;
            longest = Math.max(longest, run);
            switches += i > 0 && digit(c) != digit(label.charAt(i - 1)) ? 1 : 0;
        }
        return longest >= CONSONANTS || letters > 0 && vowels < FEW_VOWELS * letters || switches >= SWITCHES;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
