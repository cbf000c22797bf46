package io.wirecase.report.section;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Measure;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What detection measured of a behaviour. */
final class BehaviourWords {

    private static final int MOST_ALERTS = 4;

    private BehaviourWords() {}

    /** Breadth, failures and every measure of the alerts with the limit it crossed. */
    static List<Prose> measures(PatternCase c) {
        List<Prose> said = new ArrayList<>();
        if (c.facts().has("failedShare")) {
            said.add(c.facts()
                    .say("{targetPairs} pairs of {targetHosts} addresses and {targetPorts} ports were"
                            + " tried; {failed} of {flows}"
                            + " attempts failed ({failedShare})."));
        }
        for (Alert alert : c.pattern().behaviours().stream().limit(MOST_ALERTS).toList()) {
            Behaviour behaviour = alert.evidence().behaviour();
            if (behaviour != null) {
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
