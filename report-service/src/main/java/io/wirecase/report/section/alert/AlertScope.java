package io.wirecase.report.section.alert;

import io.wirecase.core.alert.Severity;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.input.ReportScope;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which alerts were asked for, how many there are, and what the scale of their scores says. */
final class AlertScope {

    private static final int NANOSECONDS = 9;
    private static final int MOST_HOSTS = 6;

    private AlertScope() {}

    /** The filter in words; times are in UTC, as all of the report's. */
    static List<Prose> filter(CaseFile file) {
        ReportScope scope = file.input().scope();
        Facts more = file.facts().more();
        Ledger ledger = more.ledger();
        Basis asked = Basis.reported("asked for", List.of());
        List<String> said = new ArrayList<>();
        said.add("minimum score {minScore}");
        if (scope.sinceNanos() != null) {
            more.put("since", ledger.time(scope.sinceNanos(), NANOSECONDS, asked));
            said.add("since {since} (UTC)");
        }
        if (scope.untilNanos() != null) {
            more.put("until", ledger.time(scope.untilNanos(), NANOSECONDS, asked));
            said.add("until {until} (UTC)");
        }
        if (scope.sinceNanos() == null && scope.untilNanos() == null) {
            said.add("no limit in time");
        }
        if (!scope.hosts().isEmpty()) {
            List<Claim> hosts = scope.hosts().stream()
                    .limit(MOST_HOSTS)
                    .map(h -> ledger.address(h, asked))
                    .toList();
            more.put("askedHosts", ledger.count(scope.hosts().size(), "", asked));
            said.add("{askedHosts|host|hosts}, " + Listing.of(more, "askedHost", hosts));
        }
        Prose filter = more.say("Filter: " + String.join("; ", said) + ".");
        Prose totals = file.facts().counts("notShown") > 0
                ? more.say(
                        "It leaves {shown} of {total|alert|alerts}; {notShown} {notShown?stays|stay} below the score.")
                : more.say("It leaves {shown|alert|alerts}, which is all there are.");
        return List.of(filter, totals);
    }

    /** The highest score with the word the scale has for it; the words for higher scores are not used for it. */
    static Prose highest(CaseFile file) {
        Facts more = file.facts().more();
        Basis scale = Basis.inferred("scale of scores", List.of());
        Severity severity = file.tally().maxSeverity();
        more.put("from", more.ledger().count(severity.from(), "", scale));
        Severity[] scaleWords = Severity.values();
        if (severity.ordinal() + 1 == scaleWords.length) {
            return more.say("The highest score is {maxScore}, which the scale calls {maxSeverity} (from {from} up). A"
                    + " score is a sum"
                    + " of points, so it says how much was found in one alert, not how bad it is.");
        }
        Severity next = scaleWords[severity.ordinal() + 1];
        more.put("nextFrom", more.ledger().count(next.from(), "", scale));
        more.put("nextWord", more.ledger().word(next.name().toLowerCase(Locale.ROOT), scale));
        return more.say("The highest score is {maxScore}, which the scale calls {maxSeverity} (from {from}; {nextWord}"
                + " begins at {nextFrom}). A score is a sum of points, so it says how much was found in one"
                + " alert, not how"
                + " bad it is.");
    }
}
