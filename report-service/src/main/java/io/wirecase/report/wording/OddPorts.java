package io.wirecase.report.wording;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Protocols met on a port that is not theirs, in typed words: which protocol, found where, expected where. */
public final class OddPorts {

    private static final String CODE = "known_protocol_on_non_standard_port";
    private static final int MOST = 8;

    /** The finding's limit: protocols with their own ports, {@code "TLS on 443; HTTP_Connect on 8080"}. */
    private static final Pattern EXPECTED = Pattern.compile("([A-Za-z0-9_-]{1,40}) on ((?:\\d{1,5})(?:, \\d{1,5})*)");

    private OddPorts() {}

    /** One sentence for each protocol and port: "TLS found on 80, expected on 443 (6 alerts)." */
    public static List<Prose> of(List<EnrichedAlert> alerts, Facts facts) {
        Map<String, Met> met = new TreeMap<>();
        for (EnrichedAlert alert : alerts) {
            for (Finding finding : alert.alert().findings()) {
                if (finding.code().equals(CODE) && finding.observed() != null && finding.limit() != null) {
                    parse(finding, "alert:" + alert.alert().id(), met);
                }
            }
        }
        return met.values().stream().limit(MOST).map(m -> sentence(m, facts)).toList();
    }

    private static void parse(Finding finding, String alert, Map<String, Met> met) {
        String found = String.valueOf(finding.observed()).strip();
        Matcher expected = EXPECTED.matcher(String.valueOf(finding.limit()));
        while (found.matches("\\d{1,5}") && expected.find()) {
            String protocol = expected.group(1);
            String ports = expected.group(2);
            if (!List.of(ports.split(", ")).contains(found)) {
                met.computeIfAbsent(protocol + " " + found, k -> new Met(protocol, found, ports, new ArrayList<>()))
                        .alerts()
                        .add(alert);
            }
        }
    }

    private static Prose sentence(Met met, Facts facts) {
        Facts more = facts.more();
        Ledger ledger = more.ledger();
        Basis basis = Basis.reported("finding " + CODE, met.alerts());
        more.put("protocol", ledger.word(met.protocol(), basis));
        more.put("found", ledger.count(Long.parseLong(met.found()), "", basis));
        more.put("expected", ledger.word(met.expected(), basis));
        more.put("n", ledger.count(met.alerts().size(), "", Basis.measured("alerts that say so", met.alerts())));
        return more.say("{protocol} found on {found}, expected on {expected} ({n|alert|alerts}).");
    }

    private record Met(String protocol, String found, String expected, List<String> alerts) {}
}
