package io.wirecase.report.measurement;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.ExchangeMatch;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.input.History;
import io.wirecase.report.pattern.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/**
 * States what the flows of a pattern said, to whom, and how it compares with known exchanges and the past: requests,
 * commonRequest, withoutUserAgent, replies, emptyReplies, maxBody, userAgent; service, compared, whole, partial,
 * breaks, breakOrdinal, breakTime, breakPacket, breakPeer, check{0}, check{0}Expected, check{0}Observed; dnsFlows,
 * siteHosts, peerHosts, knownDays, siteDays; of behaviours behaviours, targetPairs, targetsAgain, targetHosts,
 * targetPorts, abandoned, behaviour; further names in {@link ConductFacts}.
 */
final class ContentFacts {

    private static final double SECONDS_A_DAY = 86_400;

    private final Measurement measured;
    private final Facts facts;
    private final List<String> flows;
    private final List<String> alerts;
    private final int digits;

    ContentFacts(Measurement measured, Facts facts, List<String> flows, List<String> alerts, int digits) {
        this.measured = measured;
        this.facts = facts;
        this.flows = flows;
        this.alerts = alerts;
        this.digits = digits;
    }

    void state() {
        http();
        Measurement.Shape shape = measured.shape();
        if (shape != null) {
            new ConductFacts(facts, flows).state(shape);
        }
        exchanges();
        history();
        resets();
        behaviours();
        if (measured.pattern().key().isBehaviour()) {
            targets();
        }
    }

    private void http() {
        HttpContent http = measured.http();
        if (http.flows() == 0) {
            return;
        }
        facts.put("requests", count(http.requests(), "HTTP requests read", flows));
        String common = "requests with the most frequent method, target and Host";
        facts.put("commonRequest", count(http.commonRequest(), common, flows));
        facts.put("withoutUserAgent", count(http.withoutUserAgent(), "requests with no or an empty User-Agent", flows));
        facts.put("replies", count(http.replies(), "HTTP replies read", flows));
        facts.put("emptyReplies", count(http.emptyReplies(), "replies without a body", flows));
        Basis longest = Basis.measured("longest body of a reply", flows);
        facts.put("maxBody", facts.ledger().count(http.maxBody(), "bytes", longest));
        if (!http.userAgents().isEmpty()) {
            UntrustedText agent = http.userAgents().first();
            facts.put("userAgent", facts.ledger().packet(agent, Basis.reported("User-Agent of a request", flows)));
        }
    }

    private void exchanges() {
        Exchanges exchanges = measured.exchanges();
        if (exchanges == null) {
            return;
        }
        Ledger ledger = facts.ledger();
        String data =
                "data:" + exchanges.source().name() + "@" + exchanges.source().version();
        facts.put("service", ledger.word(exchanges.title(), Basis.lookedUp("the model compared with", List.of(data))));
        facts.put("compared", count(exchanges.compared(), "exchanges compared with the model", alerts));
        facts.put("whole", count(exchanges.whole(), "exchanges that match the model wholly", alerts));
        facts.put("partial", count(exchanges.partial(), "exchanges not seen whole that break nothing", alerts));
        facts.put("breaks", count(exchanges.breaks().size(), "exchanges that break the model", alerts));
        if (!exchanges.breaks().isEmpty()) {
            broken(exchanges.breaks().getFirst());
        }
    }

    private void broken(Exchanges.Break first) {
        Ledger ledger = facts.ledger();
        List<String> inputs = List.of("alert:" + first.alert().alert().id(), PatternFacts.ref(first.flow()));
        facts.put("breakOrdinal", count(first.ordinal(), "place of the first exchange that breaks the model", inputs));
        Flow flow = first.flow();
        facts.put(
                "breakTime",
                ledger.time(flow.span().startNanos(), digits, Basis.measured("start of its flow", inputs)));
        Basis packet = Basis.measured("number of its flow's first packet in the capture", inputs);
        facts.put("breakPacket", ledger.count(flow.span().firstPacket(), "", packet));
        facts.put("breakPeer", ledger.address(flow.responder(), Basis.measured("responder of its flow", inputs)));
        int i = 0;
        for (ExchangeMatch.Check check : first.checks()) {
            String name = "check" + i++;
            facts.put(name, ledger.word(check.id(), Basis.reported("check of the model that does not hold", inputs)));
            Basis model = Basis.lookedUp("what the model expects of " + check.id(), inputs);
            facts.put(name + "Expected", ledger.word(check.expected(), model));
            UntrustedText observed = check.observed();
            if (observed != null && !observed.raw().isBlank()) {
                Basis seen = Basis.reported("what was seen of " + check.id(), inputs);
                facts.put(name + "Observed", ledger.packet(observed, seen));
            }
        }
    }

    private void history() {
        History history = measured.history();
        Long first = history.pairFirstNanos();
        Long siteFirst = history.siteFirstNanos();
        Long siteLast = history.siteLastNanos();
        facts.put("dnsFlows", count(measured.host().dnsFlows(), "DNS flows the host originated", List.of()));
        facts.put("siteHosts", count(history.siteHosts(), "internal hosts of the site with stored flows", List.of()));
        facts.put("peerHosts", count(history.peerHosts(), "of them, hosts with flows to the same peers", List.of()));
        if (first != null && siteLast != null) {
            Basis known = Basis.measured("latest flow of the site - first flow of the pair", List.of());
            facts.put("knownDays", facts.ledger().number((siteLast - first) / 1e9 / SECONDS_A_DAY, 1, "days", known));
        }
        if (siteFirst != null && siteLast != null) {
            Basis reach = Basis.measured("latest flow of the site - its earliest", List.of());
            facts.put(
                    "siteDays", facts.ledger().number((siteLast - siteFirst) / 1e9 / SECONDS_A_DAY, 1, "days", reach));
        }
    }

    /** The codes of all behaviours in the pattern, with their techniques. */
    private void behaviours() {
        List<Alert> found = measured.pattern().behaviours();
        if (found.isEmpty()) {
            return;
        }
        String words =
                found.stream().map(ContentFacts::words).distinct().sorted().collect(Collectors.joining(", "));
        facts.put(
                "behaviours",
                facts.ledger().word(words, Basis.reported("the detector's codes and techniques", alerts)));
    }

    private static String words(Alert alert) {
        String kind = alert.kind().replace('_', ' ');
        Behaviour behaviour = alert.evidence().behaviour();
        String technique = behaviour == null ? null : behaviour.technique();
        return technique == null ? kind : kind + " by " + technique;
    }

    private void targets() {
        List<Flow> attempts = measured.flows();
        Returns returns = Returns.of(attempts);
        long hosts = attempts.stream().map(Flow::responder).distinct().count();
        long ports = attempts.stream()
                .map(f -> f.key().responder().port())
                .distinct()
                .count();
        facts.put("targetPairs", count(returns.targets(), "distinct pairs of address and port tried", flows));
        String again = "of them, pairs whose last try is " + Returns.DAYS + " days or more after the first";
        facts.put("targetsAgain", count(returns.again(), again, flows));
        facts.put("targetHosts", count(hosts, "distinct addresses tried", flows));
        facts.put("targetPorts", count(ports, "distinct ports tried", flows));
        facts.put("abandoned", facts.get("clientResets"));
        Pattern pattern = measured.pattern();
        String kind = pattern.key().behaviour().replace('_', ' ');
        facts.put("behaviour", facts.ledger().word(kind, Basis.reported("the detector's code", alerts)));
    }

    private void resets() {
        long resetByClient = measured.flows().stream()
                .filter(f -> Outcome.of(f) == Outcome.EMPTY && resetByOriginator(f))
                .count();
        facts.put("clientResets", count(resetByClient, "opened without a word and reset by the client", flows));
    }

    private static boolean resetByOriginator(Flow flow) {
        TcpFacts tcp = flow.facts().tcp();
        return tcp != null && tcp.firstReset() == Party.ORIGINATOR;
    }

    private Claim count(long value, String formula, List<String> inputs) {
        return facts.ledger().count(value, "", Basis.measured(formula, inputs));
    }
}
