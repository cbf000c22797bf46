package io.wirecase.report.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence that says there was none of something of which the ledger counted some. */
final class ZeroCounts {

    private static final Pattern NONE_OF = Pattern.compile(
            "\\b(?:zero|no|0)\\s+(?:[\\w-]+\\s+){0,3}?(packet|alert|flow|detection|connection|finding|reply|attempt)",
            Pattern.CASE_INSENSITIVE);
    /** Protocols say what was counted; other words every formula may share. */
    private static final Pattern PROTOCOL = Pattern.compile("\\b[A-Z][A-Z0-9]{2,}\\b");

    private ZeroCounts() {}

    static Optional<Refusal> contradicted(Cited sentence, Ledger ledger) {
        Matcher none = NONE_OF.matcher(sentence.text());
        if (!none.find()) {
            return Optional.empty();
        }
        String counted = none.group(1).toLowerCase(Locale.ROOT);
        Set<String> protocols = protocols(sentence.text());
        boolean backed = sentence.claims().stream()
                .anyMatch(c -> c.value() instanceof Value.Number(double n, int decimals) && n == 0);
        if (backed || protocols.isEmpty()) {
            return Optional.empty();
        }
        return ledger.claims().stream()
                .filter(c -> c.value() instanceof Value.Number(double n, int decimals) && n > 0)
                .filter(c -> c.formula().contains(counted))
                .filter(c -> protocols(c.formula()).stream().anyMatch(protocols::contains))
                .findFirst()
                .map(c -> new Refusal(
                        Refusal.Reason.CONTRADICTION,
                        none.group() + "s: " + c.id() + " counts " + c.text() + " (" + c.formula() + ")",
                        sentence.text()));
    }

    private static Set<String> protocols(String text) {
        return PROTOCOL.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
