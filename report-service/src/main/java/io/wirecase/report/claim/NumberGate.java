package io.wirecase.report.claim;

import io.wirecase.report.document.Prose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Walks every number, address, name, time and percentage of a sentence and refuses what no cited claim states. It knows
 * nothing of templates: it reads the finished text, so that a sentence from anywhere can be tried against a ledger.
 */
public final class NumberGate {

    /** A word with a capital that does not begin a sentence. */
    private static final Pattern PROPER = Pattern.compile("(?<=[\\p{L}\\p{N},;:(] |[(])(\\p{Lu}[\\p{L}\\p{N}]{3,})");
    /** First words of names that are words of ours too. */
    private static final Set<String> COMMON =
            Set.of("Internet", "Network", "Networks", "Telecom", "University", "Data", "Global", "National", "Cloud");

    private final Ledger ledger;
    private int known = -1;
    private Set<String> names = Set.of();
    private Set<String> firsts = Set.of();

    /** A gate against a ledger. */
    public NumberGate(Ledger ledger) {
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
        List<Refusal> refusals = new ArrayList<>();
        Cited sentence = Cited.of(ledger, text, cited);
        sentence.missing().forEach(id -> refusals.add(new Refusal(Refusal.Reason.MISSING_CLAIM, id, text)));
        for (String word : Words.unbacked(sentence.own())) {
            refusals.add(new Refusal(
                    Words.forbidden(word) ? Refusal.Reason.DIRECTION : Refusal.Reason.UNBACKED, word, text));
        }
        names(sentence, refusals);
        return refusals;
    }

    /** A name that the ledger holds may only stand in a sentence that cites it; so may the name's first word. */
    private void names(Cited sentence, List<Refusal> refusals) {
        for (String name : names()) {
            // The plain search first: it is what nearly always decides, and a report has many sentences and claims.
            if (sentence.own().contains(name) && Cited.contains(sentence.own(), name)) {
                refusals.add(new Refusal(Refusal.Reason.UNBACKED, name, sentence.text()));
            }
        }
        Matcher word = PROPER.matcher(sentence.own());
        while (word.find()) {
            if (firsts.contains(word.group(1))) {
                refusals.add(new Refusal(Refusal.Reason.UNBACKED, word.group(1), sentence.text()));
            }
        }
    }

    /** The names the ledger holds, looked for anew only when it has grown. */
    private Set<String> names() {
        if (ledger.size() != known) {
            known = ledger.size();
            names = ledger.claims().stream()
                    .filter(c -> c.value() instanceof Value.Word(String word) && isName(word))
                    .map(Claim::text)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            firsts = ledger.claims().stream()
                    .filter(c -> c.grade() == Grade.LOOKED_UP)
                    .map(Claim::text)
                    .filter(NumberGate::isName)
                    .map(name -> name.split("['’ ]", 2)[0])
                    .filter(first -> first.length() > 3 && !COMMON.contains(first))
                    .collect(Collectors.toSet());
        }
        return names;
    }

    /** Several words with a capital each, as organisations and services are named. */
    private static boolean isName(String word) {
        return word.length() > 3 && Character.isUpperCase(word.charAt(0)) && word.indexOf(' ') > 0;
    }
}
