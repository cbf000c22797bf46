package io.wirecase.report.wording;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.Behaviours;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What detection measured of a behaviour. */
final class BehaviourWords {

    private static final int MOST_ALERTS = 4;

    private BehaviourWords() {}

    /** What detection says of a behaviour other than a scan, in its own words, and the value that made it say so. */
    static Prose found(PatternCase c) {
        Facts more = c.facts().more();
        Alert first = c.pattern().behaviours().getFirst();
        Finding finding = first.findings().getFirst();
        List<String> alert = List.of("alert:" + first.id());
        more.put("found", more.ledger().word(finding.description(), Basis.reported("the detector's words", alert)));
        if (finding.observed() != null) {
            more.put("observed", more.ledger().packet(finding.observed(), Basis.reported("what fired it", alert)));
        }
        String with = first.subject().peer() == null ? "{host}" : "{host} and {entity}";
        return more.say(with + (finding.observed() == null ? ": {found}." : ": {found} ({observed})."));
    }

    /** Breadth, failures and every measure of the alerts with the limit it crossed. */
    static List<Prose> measures(PatternCase c) {
        List<Prose> said = new ArrayList<>();
        if (Behaviours.isScan(c.pattern().key().behaviour()) && c.facts().has("failedShare")) {
            said.add(c.facts()
                    .say("{targetPairs} pairs of {targetHosts} addresses and {targetPorts} ports were"
                            + " tried; {failed} of {flows}"
                            + " attempts failed ({failedShare})."));
        }
        for (Alert alert : c.pattern().behaviours().stream().limit(MOST_ALERTS).toList()) {
            Behaviour behaviour = alert.evidence().behaviour();
            if (behaviour != null) {
                said.addAll(BehaviourDetails.of(c, alert, behaviour));
                behaviour.measures().forEach(m -> said.add(measure(c, alert, m)));
            }
        }
        return said;
    }

    private static Prose measure(PatternCase c, Alert alert, Measure measure) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        Basis basis = Basis.reported("measured by detection: " + measure.name(), List.of("alert:" + alert.id()));
        more.put("name", ledger.word(words(measure.name()), basis));
        more.put("value", ledger.number(measure.value(), 3, measure.unit(), basis));
        Double limit = measure.limit();
        if (limit == null) {
            return more.say("Detection measured: {name} {value}.");
        }
        more.put(
                "limit",
                ledger.number(limit, 3, measure.unit(), Basis.reported("limit of " + measure.name(), List.of())));
        return more.say("Detection measured: {name} {value}; its limit is {limit}.");
    }

    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
