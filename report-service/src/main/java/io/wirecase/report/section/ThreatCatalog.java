package io.wirecase.report.section;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Prose;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.hypothesis.Hypothesis;
import io.wirecase.report.hypothesis.Ranker.Ranked;
import java.util.List;
import java.util.Map;

/** What each explanation would mean if it were true, and how such traffic usually looks. */
final class ThreatCatalog {

    /** What follows if an explanation is true, gravest first; a sentence whose facts were not measured is left out. */
    private static final Map<String, List<String>> IMPACT = Map.ofEntries(
            Map.entry(
                    "c2_beacon",
                    List.of(
                            "Somebody outside could give {host} orders at every contact with {entity}.",
                            "What {host} can reach inside would be within that somebody's reach.",
                            "Data could leave {host} in the same exchanges: {upPayloadTotal} of payload were sent to"
                                    + " {entity} so far.")),
            Map.entry(
                    "scan",
                    List.of(
                            "Whoever started it knows which of {targetPairs|target|targets} {empty?answers|answer}:"
                                    + " {empty} opened.",
                            "Attempts on what answered usually follow, from {host} or from elsewhere.",
                            "If nobody ordered it, somebody else runs programs on {host}.")),
            Map.entry(
                    "exfiltration_tunnel",
                    List.of(
                            "{upPayloadTotal} of payload left {host} towards {entity}; what they held is not known.",
                            "Rules that go by port and name would not see what passes between {host} and {entity}.")),
            Map.entry(
                    "lateral_movement",
                    List.of(
                            "Besides {host} an account or a second host may be in other hands.",
                            "What {entity} serves would be open to whoever uses {host}.")));

    private static final List<String> ANY_IMPACT =
            List.of("{host} would serve somebody else, and what it can reach would be at risk.");

    private static final Map<String, String> TYPICAL = Map.ofEntries(
            Map.entry(
                    "connectivity_check",
                    "such checks are made at a fixed interval over plain HTTP, since a portal could answer"
                            + " nothing else;"
                            + " no User-Agent, small size and an empty reply are part of them."),
            Map.entry(
                    "update_telemetry",
                    "updates come in bursts with long silence between and flow mostly server to client, telemetry the"
                            + " other way; both ask for their servers by name."),
            Map.entry(
                    "polling",
                    "polling keeps its pace, is small and the same each time, often without a User-Agent and"
                            + " between hosts of"
                            + " one network."),
            Map.entry(
                    "browsing",
                    "a page load opens many connections within seconds, nearly all answered, to names just looked up."),
            Map.entry(
                    "misconfiguration",
                    "a program that retries asks the same service again and again, at a fixed or growing interval, and"
                            + " nothing comes back."),
            Map.entry(
                    "c2_beacon",
                    "a beacon keeps a period, sends little and asks for a name few hosts use; so do many harmless"
                            + " timers."),
            Map.entry(
                    "scan",
                    "a scan touches many pairs of address and port in a short time, most of them unanswered and none"
                            + " looked up by name."),
            Map.entry(
                    "exfiltration_tunnel",
                    "a tunnel sends more than it gets, goes on while nobody uses the host, and hides behind a protocol"
                            + " that is let through."),
            Map.entry(
                    "lateral_movement",
                    "it goes to ports of remote administration inside, from a host that never used them before."));

    private ThreatCatalog() {}

    /** What follows if the likeliest malicious explanation of a pattern is true. */
    static List<Prose> impact(PatternCase c) {
        String id = worst(c).id();
        return IMPACT.getOrDefault(id, ANY_IMPACT).stream()
                .filter(c.facts()::covers)
                .map(c.facts()::say)
                .toList();
    }

    /** The likeliest malicious explanation; the leading one where none is malicious. */
    static Hypothesis worst(PatternCase c) {
        return c.ranking().ranked().stream()
                .map(Ranked::hypothesis)
                .filter(h -> h.disposition() == Disposition.MALICIOUS)
                .findFirst()
                .orElse(c.ranking().leader().hypothesis());
    }

    /** How traffic of the leading explanation usually looks, in one sentence. */
    static Prose typical(PatternCase c) {
        String words = TYPICAL.get(c.ranking().leader().hypothesis().id());
        return words == null
                ? c.facts().say("Pattern {number}: no usual shape is on record for {leader}.")
                : c.facts().say("Pattern {number}, {leader}: " + words);
    }
}
