package io.wirecase.report.claim;

import io.wirecase.core.measure.Symmetry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that say more than they look like, and what a cited claim must have measured before they may stand. Which claim
 * measures what is read from its formula, so that a sentence from anywhere can be tried.
 */
enum Backing {
    /** A statement on regularity needs a timing claim, which names its number of starts and their span. */
    REGULARITY(
            Refusal.Reason.TIMING,
            "regular(?:ly|ity)?|irregular(?:ly|ity)?|periodic(?:ally|ity)?|scheduled"
                    + "|every \\S+ (?:seconds?|minutes?|hours?|days?)|\\S+[- ](?:second|minute|hour)s?[- ]intervals?"
                    + "|automated|human",
            "\\bn \\d+ starts over \\d+|timing class|interval",
            "a timing claim with n and span"),
    TIME_OF_DAY(
            Refusal.Reason.COVERAGE,
            "times? of (?:the )?day|throughout the day|around the clock|at night|(?:business|office|working) hours",
            "hours? of (?:the|a) day",
            "a claim on the hours of the day that the data covers"),
    VARIATION(
            Refusal.Reason.UNBACKED,
            "(?:var(?:y|ies|ied|ying|iation)|deviat\\w+|differ\\w*)\\b[^.]{0,30}(?:%|percent)",
            "within|consistency|MAD|spread|jitter",
            "a claim on how much it varies, with its formula"),
    SHAPE(
            Refusal.Reason.DIRECTION,
            "uploads?|uploaded|uploading|downloads?|downloaded|downloading|retrieval|submission|symmetric(?:al)?"
                    + "|asymmetr\\w+",
            Pattern.quote(Symmetry.FORMULA) + "|client to server|server to client",
            "a claim on the bytes of both directions"),
    NORM(
            Refusal.Reason.BASELINE,
            "unusual(?:ly)?|abnormal(?:ly|it\\w+)?|anomal\\w+|atypical",
            "limit of|model|latest flow of the site|baseline|of them, hosts|median|quartile|outlier",
            "a claim on what is usual: a limit, a model or a history"),
    PLACE(
            Refusal.Reason.UNBACKED,
            "geographic\\w*|founded|founders?|headquarter\\w*|registered in",
            "\\bcountry\\b|\\bprofile\\b|\\bregistered\\b|\\bregion\\b",
            "a data file that says so");

    private static final Pattern NOT_MEASURABLE = Pattern.compile("(?i)not measurable|cannot be measured");

    private final Refusal.Reason reason;
    private final Pattern words;
    private final Pattern formula;
    private final String needs;

    Backing(Refusal.Reason reason, String words, String formula, String needs) {
        this.reason = reason;
        this.words = Pattern.compile("\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE);
        this.formula = Pattern.compile(formula, Pattern.CASE_INSENSITIVE);
        this.needs = needs;
    }

    /** What of a sentence stands without the claim it needs; a sentence that says so itself is right. */
    static List<Refusal> unbacked(Cited sentence) {
        if (NOT_MEASURABLE.matcher(sentence.text()).find()) {
            return List.of();
        }
        return List.of(values()).stream()
                .flatMap(b -> b.refusal(sentence).stream())
                .toList();
    }

    private Optional<Refusal> refusal(Cited sentence) {
        // How much something varies is said around a percentage, which a claim may have given for something else.
        Matcher word = words.matcher(this == VARIATION ? sentence.text() : sentence.own());
        return word.find() && !sentence.formula(formula)
                ? Optional.of(new Refusal(reason, word.group().strip() + ": needs " + needs, sentence.text()))
                : Optional.empty();
    }
}
