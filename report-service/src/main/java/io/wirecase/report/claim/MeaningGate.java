package io.wirecase.report.claim;

import io.wirecase.core.alert.Severity;
import io.wirecase.core.measure.Symmetry;
import io.wirecase.report.document.Prose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the words of a finished sentence and refuses those that say more than the claims it cites: judgements without a
 * finding or explanation, regularity without a timing claim, a time of day without coverage, missing data taken for
 * evidence, adjectives from no scale. Like {@link NumberGate} it takes a sentence from anywhere.
 */
public final class MeaningGate {

    /** Words for how grave something is. They come from a scale, so only a claim may hold them. */
    private static final Pattern OFF_SCALE = Pattern.compile(
            "\\b(?:critical|severe|serious|significant|alarming|concerning|dangerous|medium-high|high-severity"
                    + "|(?:high|medium|moderate|low)[- ](?:confidence|severity|risk|priority))\\b",
            Pattern.CASE_INSENSITIVE);

    /** No measurement is exact, and praise is no measure. */
    private static final Pattern BEYOND_MEASURE = Pattern.compile(
            "\\b(?:perfect(?:ly)?|precise(?:ly)?|remarkabl[ye]|extreme(?:ly)?|highly|strikingly|nearly identical"
                    + "|almost identical|strongly (?:suggests?|indicates?))\\b",
            Pattern.CASE_INSENSITIVE);

    /** Whose an address is says nothing of what is done with it. */
    private static final Pattern REPUTATION =
            Pattern.compile("\\b(?:legitimate|trusted|reputable|trustworthy)\\b", Pattern.CASE_INSENSITIVE);

    /** A possibility is an explanation: it is weighed against the others, or it is not named. */
    private static final Pattern SPECULATION = Pattern.compile(
            "\\b(?:(?:could|may|might) (?:also )?(?:be an?|represent|indicate|suggest|contain|provide"
                    + "|simply be|potentially)"
                    + "|potential(?:ly)?|possibly|perhaps)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Marks of a format in words of ours: whoever wrote them wrote for one renderer. */
    private static final Pattern MARKUP = Pattern.compile("```|\\*\\*|</?[a-z]{1,10}>|\\]\\(|^#{1,6} ");

    private static final Pattern MISSING_FIELD =
            Pattern.compile("\\b(?:absence|absent|missing|null|empty|lack of|lacking)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONCLUDES = Pattern.compile(
            "\\b(?:suggest\\w*|indicat\\w*|impl(?:y|ies|ied)|reveal\\w*|point(?:s|ing)? to|consistent with)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SHAPE = Pattern.compile("\\b(?:up|down)load\\w*", Pattern.CASE_INSENSITIVE);

    /** Orders to change software. */
    private static final Pattern REPAIRS = Pattern.compile(
            "(?:^|[.,;:]\\s+|\\band\\s+|\\bto\\s+)(?:update|upgrade|patch|reinstall)\\b", Pattern.CASE_INSENSITIVE);

    private final Ledger ledger;

    /** A gate against a ledger. */
    public MeaningGate(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is wrong with a sentence; empty when nothing is. */
    public List<Refusal> check(Prose prose) {
        return check(prose.text(), prose.claims());
    }

    /**
     * What is wrong with a sentence.
     *
     * @param text the finished text
     * @param cited ids of the claims it cites
     */
    public List<Refusal> check(String text, Collection<String> cited) {
        Cited sentence = Cited.of(ledger, text, cited);
        List<Refusal> refusals = new ArrayList<>();
        for (String word : Judgements.unbacked(sentence)) {
            refusals.add(new Refusal(Refusal.Reason.JUDGEMENT, word, text));
        }
        refusals.addAll(Backing.unbacked(sentence));
        said(sentence, OFF_SCALE, Refusal.Reason.ADJECTIVE, "is no word of a scale that a claim gives", refusals);
        said(sentence, BEYOND_MEASURE, Refusal.Reason.ADJECTIVE, "no measurement says that", refusals);
        said(sentence, REPUTATION, Refusal.Reason.JUDGEMENT, "whose an address is moves no verdict", refusals);
        said(sentence, MARKUP, Refusal.Reason.MARKUP, "a format's marks in a report without a format", refusals);
        if (sentence.claims().stream().noneMatch(c -> c.grade() == Grade.INFERRED)) {
            said(sentence, SPECULATION, Refusal.Reason.SPECULATION, "no weighed explanation is cited", refusals);
        }
        missing(sentence, refusals);
        repairs(sentence, refusals);
        shape(sentence, refusals);
        scale(sentence, refusals);
        ZeroCounts.contradicted(sentence, ledger).ifPresent(refusals::add);
        return refusals;
    }

    private static void said(
            Cited sentence, Pattern pattern, Refusal.Reason reason, String why, List<Refusal> refusals) {
        Matcher word = pattern.matcher(sentence.own());
        if (word.find()) {
            refusals.add(new Refusal(reason, word.group() + ": " + why, sentence.text()));
        }
    }

    /** Nothing follows from data that was not there, unless somebody counted how often it was not. */
    private static void missing(Cited sentence, List<Refusal> refusals) {
        Matcher field = MISSING_FIELD.matcher(sentence.own());
        boolean counted = sentence.claims().stream().anyMatch(c -> c.value() instanceof Value.Number);
        if (field.find() && CONCLUDES.matcher(sentence.own()).find() && !counted) {
            String why = field.group() + ": a conclusion from what is not there needs the count of what is not there";
            refusals.add(new Refusal(Refusal.Reason.MISSING_DATA, why, sentence.text()));
        }
    }

    /** Upload and download follow from the sign of the symmetry that the sentence cites. */
    private static void shape(Cited sentence, List<Refusal> refusals) {
        Matcher word = SHAPE.matcher(sentence.own());
        if (!word.find()) {
            return;
        }
        boolean upload = word.group().toLowerCase(Locale.ROOT).startsWith("up");
        for (Claim claim : sentence.claims()) {
            boolean symmetry = claim.formula().contains(Symmetry.FORMULA);
            if (symmetry && claim.value() instanceof Value.Number(double n, int decimals) && n > 0 != upload) {
                String why = word.group() + ": " + claim.id() + " is " + claim.text() + " (" + claim.formula() + ")";
                refusals.add(new Refusal(Refusal.Reason.CONTRADICTION, why, sentence.text()));
            }
        }
    }

    /** Beside a score stands the word that the scale gives it, or the score of the word that stands. */
    private static void scale(Cited sentence, List<Refusal> refusals) {
        List<Severity> scores = sentence.claims().stream()
                .filter(c -> c.value() instanceof Value.Number)
                .map(c -> Severity.of((int) ((Value.Number) c.value()).number()))
                .toList();
        for (Claim claim : sentence.claims()) {
            boolean ofScores = claim.formula().matches(".*(?:score|scale|severity).*");
            for (Severity severity : Severity.values()) {
                boolean named = claim.value().text().equalsIgnoreCase(severity.name());
                if (ofScores && named && !scores.isEmpty() && !scores.contains(severity)) {
                    String why = claim.text() + ": no score cited has that word";
                    refusals.add(new Refusal(Refusal.Reason.ADJECTIVE, why, sentence.text()));
                }
            }
        }
    }

    /** Software is repaired where the reader owns it: such a sentence names the address. */
    private static void repairs(Cited sentence, List<Refusal> refusals) {
        Matcher order = REPAIRS.matcher(sentence.own());
        boolean owned = sentence.claims().stream().anyMatch(c -> c.value() instanceof Value.Address);
        if (order.find() && !owned) {
            refusals.add(new Refusal(
                    Refusal.Reason.FOREIGN_ASSET,
                    order.group().strip() + ": names no host of the reader's",
                    sentence.text()));
        }
    }
}
