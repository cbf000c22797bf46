package io.wirecase.report.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that judge what traffic is. A fact may not be named twice: such a word may stand only in a sentence that cites
 * a finding or an explanation of that meaning, or that denies it.
 */
final class Judgements {

    /** Between a negation and what it denies stand at most this many words. */
    private static final String DENIED = "(?i)\\b(?:no|not|nor|never|neither|without|none)\\b(?:\\W+\\w+){0,3}?\\W+$";

    private static final Pattern NEGATION = Pattern.compile(DENIED);
    /** How far back a negation is looked for. */
    private static final int REACH = 60;

    private static final List<Meaning> ALL = List.of(
            new Meaning(
                    "scan",
                    "scan(?:s|ned|ning)?|reconnaissance|probing|network mapping|sweep(?:s|ing)?",
                    "scan|reconn"),
            new Meaning("exfiltration", "exfiltrat\\w+|data theft|data leak\\w*", "exfiltrat"),
            new Meaning("compromise", "compromis\\w+|intrusions?|infect\\w+|botnets?", "compromis|intrusion|infect"),
            new Meaning("evasion", "evasions?|evad(?:e|es|ed|ing)|mask(?:s|ed|ing)? the identity", "evasion|evad"),
            new Meaning("insider", "insiders?", "insider"),
            new Meaning("flood", "flood(?:s|ed|ing)?", "flood"),
            new Meaning("obfuscation", "obfuscat\\w+", "obfuscat"),
            new Meaning("attack", "attack(?:s|er|ers|ed|ing)?", "attack"),
            new Meaning("tunnel", "tunnel(?:s|ed|ing|l?ing)?", "tunnel"),
            new Meaning("beacon", "beacon(?:s|ed|ing)?|command[- ]and[- ]control|c2", "beacon|command"),
            new Meaning("vulnerability", "vulnerab\\w+|exploit\\w*", "vulnerab|exploit"),
            new Meaning("tool", "nmap|masscan|zmap|zgrab|hping\\d?|metasploit|nikto", "nmap|masscan|zmap|tool"));

    private Judgements() {}

    /** Words of a sentence that judge without a finding or explanation of that meaning. */
    static List<String> unbacked(Cited sentence) {
        List<String> found = new ArrayList<>();
        for (Meaning meaning : ALL) {
            Matcher word = meaning.words.matcher(sentence.own());
            while (word.find()) {
                String before = sentence.own().substring(Math.max(0, word.start() - REACH), word.start());
                if (!NEGATION.matcher(before).find()
                        && sentence.claims().stream().noneMatch(meaning::in)) {
                    found.add(word.group() + " (no cited finding or explanation says " + meaning.name + ")");
                }
            }
        }
        return found;
    }

    /**
     * A meaning.
     *
     * @param name its name
     * @param words the words that state it
     * @param stems what of it a claim's value or rule must hold
     */
    private record Meaning(String name, Pattern words, Pattern stems) {

        Meaning(String name, String words, String stems) {
            this(
                    name,
                    Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE),
                    Pattern.compile(stems, Pattern.CASE_INSENSITIVE));
        }

        /** Whether a claim says so: never one that only measures, and never what a packet said of itself. */
        boolean in(Claim claim) {
            return claim.grade() != Grade.MEASURED
                    && claim.value() instanceof Value.Word(String word)
                    && stems.matcher(word.toLowerCase(Locale.ROOT)).find();
        }
    }
}
