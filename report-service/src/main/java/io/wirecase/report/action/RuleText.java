package io.wirecase.report.action;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.HttpContent;
import io.wirecase.report.pattern.Behaviours;
import io.wirecase.report.pattern.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules for Suricata 7 about a pattern. They only raise alerts. A name from packets stands in one only if it is a plain
 * host name, so that it can end no quotation and add no option.
 */
final class RuleText {

    private static final String ODD_PORT = "known_protocol_on_non_standard_port";

    /** Local rules are numbered from here (Suricata's own range for them is 1000000 to 1999999). */
    private static final int LOCAL_SID = 1_000_000;

    private static final int SIDS_A_PATTERN = 10;

    /** As many new connections within a minute as the detection of scans takes for one. */
    private static final int SCAN_CONNECTIONS = 25;

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern EXPECTED = Pattern.compile("([A-Za-z0-9_-]{1,40}) on (\\d{1,5}(?:, \\d{1,5})*)");

    /** Suricata's names of protocols it recognises on any port. */
    private static final Map<String, String> KEYWORDS =
            Map.of("TLS", "tls", "HTTP", "http", "SSH", "ssh", "SMTP", "smtp", "DNS", "dns");

    private RuleText() {}

    /** Names the claims rule, ruleMeans, portRule and oddPortAlerts, those of them that can be had. */
    static void put(PatternCase c, Facts facts) {
        Ledger ledger = facts.ledger();
        Basis basis = Basis.inferred("rule text from the pattern's host, name, ports and replies", List.of());
        Rule rule = rule(c).orElse(null);
        if (rule != null) {
            facts.put("rule", ledger.word(rule.text(), basis));
            facts.put("ruleMeans", ledger.word(rule.means(), basis));
        }
        List<String> odd = oddPorts(c);
        if (!odd.isEmpty()) {
            facts.put("portRule", ledger.word(String.join(" ", odd), basis));
            long alerts = c.pattern().codes().getOrDefault(ODD_PORT, 0L);
            Basis counted = Basis.measured("alerts of the pattern with " + ODD_PORT, List.of());
            facts.put("oddPortAlerts", ledger.count(alerts, "", counted));
        }
    }

    private static Optional<Rule> rule(PatternCase c) {
        if (Behaviours.isScan(c.pattern().key().behaviour())) {
            String many = "flags:S,12; detection_filter:track by_src, count " + SCAN_CONNECTIONS + ", seconds 60;";
            return Optional.of(new Rule(
                    alert("tcp", host(c), "any any", many, sid(c, 0), "many new connections"),
                    "It alerts on more new connections within a minute than a scan takes"));
        }
        String name = name(c);
        if (name == null) {
            return Optional.empty();
        }
        HttpContent http = c.measured().http();
        Exchanges exchanges = c.measured().exchanges();
        String asked = "flow:established,to_server; http.host; content:\"" + name + "\";";
        if (exchanges != null && exchanges.whole() > 0 && http.statuses().size() == 1) {
            return Optional.of(otherReply(c, asked, http.statuses().firstKey()));
        }
        if (http.requests() > 0) {
            return Optional.of(new Rule(
                    alert("http", host(c), "any any", asked, sid(c, 0), "request seen"),
                    "It alerts on each request for the name"));
        }
        String greeted = "flow:established,to_server; tls.sni; content:\"" + name + "\";";
        return Optional.of(new Rule(
                alert("tls", host(c), "any any", greeted, sid(c, 0), "connection seen"),
                "It alerts on each TLS connection to the name"));
    }

    /** The request is remembered, so that the reply can be held against it: a rule reads one direction only. */
    private static Rule otherReply(PatternCase c, String asked, int status) {
        String bit = "wirecase.pattern" + c.number();
        String remember = asked + " flowbits:set," + bit + "; flowbits:noalert;";
        String first = alert("http", host(c), "any any", remember, sid(c, 0), "remember the exchange");
        String second = "alert http any any -> " + host(c) + " any (msg:\"pattern " + c.number()
                + ": another reply than before\"; flow:established,to_client; flowbits:isset," + bit
                + "; http.stat_code; content:!\"" + status + "\"; sid:" + sid(c, 1) + "; rev:1;)";
        return new Rule(first + " " + second, "It alerts on a reply with another status than all replies had");
    }

    /** One rule for each protocol that was met on a port that is not its own. */
    private static List<String> oddPorts(PatternCase c) {
        TreeSet<List<String>> met = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        for (EnrichedAlert alert : c.pattern().shown()) {
            for (Finding finding : alert.alert().findings()) {
                Matcher expected = EXPECTED.matcher(String.valueOf(finding.limit()));
                while (finding.code().equals(ODD_PORT) && expected.find()) {
                    met.add(List.of(expected.group(1), expected.group(2)));
                }
            }
        }
        List<String> rules = new ArrayList<>();
        for (List<String> one : met) {
            String protocol = one.getFirst();
            String keyword = protocol.equals("HTTP_Connect") ? "http" : KEYWORDS.get(protocol);
            String options = "flow:established,to_server;"
                    + (protocol.equals("HTTP_Connect") ? " http.method; content:\"CONNECT\";" : "");
            if (keyword != null && rules.size() < SIDS_A_PATTERN / 2) {
                String ports = one.getLast().replace(" ", "");
                String not = ports.contains(",") ? "![" + ports + "]" : "!" + ports;
                rules.add(alert(
                        keyword,
                        host(c),
                        "any " + not,
                        options,
                        sid(c, SIDS_A_PATTERN / 2 + rules.size()),
                        protocol + " on a port that is not its own"));
            }
        }
        return rules;
    }

    private static String alert(String protocol, IpAddress from, String to, String options, int sid, String what) {
        return "alert " + protocol + " " + from + " any -> " + to + " (msg:\"" + what + "\"; " + options + " sid:" + sid
                + "; rev:1;)";
    }

    private static IpAddress host(PatternCase c) {
        return c.pattern().key().host();
    }

    private static int sid(PatternCase c, int which) {
        return LOCAL_SID + c.number() * SIDS_A_PATTERN + which;
    }

    private static @org.jspecify.annotations.Nullable String name(PatternCase c) {
        Entity entity = c.pattern().key().entity();
        UntrustedText text = entity.text();
        boolean plain = entity.kind() == Entity.Kind.NAME
                && PLAIN_NAME.matcher(text.raw()).matches();
        return plain ? text.raw() : null;
    }

    /** @param means what it raises an alert on */
    private record Rule(String text, String means) {}
}
