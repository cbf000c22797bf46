package io.wirecase.report.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A finished sentence beside the claims it cites.
 *
 * @param text the whole sentence
 * @param own the sentence without the values of its claims: the words somebody wrote around them
 * @param claims the claims cited
 * @param missing ids cited that the ledger does not hold
 */
record Cited(String text, String own, List<Claim> claims, List<String> missing) {

    static Cited of(Ledger ledger, String text, Collection<String> ids) {
        List<Claim> claims = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String id : ids) {
            ledger.find(id)
                    .ifPresentOrElse(
                            claim -> {
                                claims.add(claim);
                                values.add(claim.text());
                                values.add(claim.value().text());
                            },
                            () -> missing.add(id));
        }
        return new Cited(text, without(text, values), claims, missing);
    }

    /** Whether a cited claim's formula matches. */
    boolean formula(Pattern pattern) {
        return claims.stream().anyMatch(c -> pattern.matcher(c.formula()).find());
    }

    /** A text without these values, where they do not stand inside a longer number or name. */
    static String without(String text, List<String> values) {
        String rest = text;
        List<String> longestFirst = values.stream()
                .filter(b -> !b.isBlank())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String value : longestFirst) {
            // The plain search first: most values of a long list are not there.
            if (rest.contains(value)) {
                rest = bounded(value).matcher(rest).replaceAll(" ");
            }
        }
        return rest;
    }

    static boolean contains(String text, String value) {
        return bounded(value).matcher(text).find();
    }

    private static Pattern bounded(String value) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}.:-])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}]|[.:-][\\p{L}\\p{N}])");
    }
}
