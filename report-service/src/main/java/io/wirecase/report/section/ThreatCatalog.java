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
                            "Whoever started it knows which of {targetPairs|target|targets} answer: {empty} opened.",
                            "Attempts on what answered usually follow, from {host} or from elsewhere.",
                            "If nobody ordered it, somebody else runs programs on {host}.")),
            Map.entry(
                    "exfiltration",
                    List.of("{upPayloadTotal} of payload left {host} towards {entity}; what they held is not known.")),
            Map.entry(
                    "tunnel",
                    List.of(
                            "Rules that go by port and name would not see what passes between {host} and {entity}.",
                            "{upPayloadTotal} of payload went in and {downPayloadTotal} came back; what they"
                                    + " held is not"
                                    + " known.")),
            Map.entry(
                    "lateral_movement",
                    List.of(
                            "Besides {host} an account or a second host may be in other hands.",
                            "What {entity} serves would be open to whoever uses {host}.")),
            Map.entry(
                    "brute_force",
                    List.of("A password of {entity} may have been found out; whoever has it can come back from"
                            + " anywhere.")),
            Map.entry("exploitation", List.of("The server of {entity} may have run what was sent to it.")),
            Map.entry("flood", List.of("What {entity} serves may have been out of reach for others.")),
            Map.entry(
                    "spoofing",
                    List.of("Traffic meant for {host} may have been read or changed by another that claims it.")),
            Map.entry(
                    "mining",
                    List.of("{host} would compute for somebody else, and somebody else could start" + " it there.")));

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
                    "content_download",
                    "most bytes come from the server, several addresses of one name are tried at once and all but the"
                            + " fastest are reset by the client."),
            Map.entry(
                    "polling",
                    "polling keeps its pace, is small and the same each time, often without a User-Agent and between"
                            + " hosts of one network."),
            Map.entry("push_keepalive", "a connection stays open for long and carries little, only to keep it open."),
            Map.entry(
                    "backup_sync",
                    "much goes client to server in a few long flows, often at a set hour, to a server of one's own."),
            Map.entry(
                    "browsing",
                    "a page load opens many connections within seconds, nearly all answered, to names just looked up."),
            Map.entry(
                    "misconfiguration",
                    "a program that retries asks the same service again and again, at a fixed or growing pace, and"
                            + " nothing comes back."),
            Map.entry("configured_proxy", "all clients of a network ask the same proxy to pass them on to many names."),
            Map.entry("peer_to_peer", "many other ends, high ports on both sides and about as much each way."),
            Map.entry(
                    "local_discovery",
                    "short questions to the resolver again and again, and messages to group addresses, to which nobody"
                            + " has to answer."),
            Map.entry("network_change", "neighbours announce new addresses once, when they come or move."),
            Map.entry(
                    "approved_scanner",
                    "it tries many targets from one known host, as often as it was set to, and never comes back to what"
                            + " answered."),
            Map.entry(
                    "c2_beacon",
                    "it keeps a period, sends little and asks for a name few hosts use; so do many harmless timers."),
            Map.entry(
                    "scan",
                    "it touches many pairs of address and port in a short time, most of them unanswered and none looked"
                            + " up by name."),
            Map.entry("exfiltration", "much more goes client to server than comes back, to a place few hosts use."),
            Map.entry(
                    "tunnel",
                    "it hides in a protocol that is let through, goes on while nobody uses the host, and often"
                            + " sends more"
                            + " than it gets."),
            Map.entry(
                    "lateral_movement",
                    "it goes to ports of remote administration inside, from a host that never used them before."),
            Map.entry("brute_force", "many short, answered sessions of a login service, alike in size."),
            Map.entry("exploitation", "a few requests whose content is an order, and then traffic the other way."),
            Map.entry("flood", "very many packets in a short time, most of them unanswered."),
            Map.entry("spoofing", "answers that contradict those seen before, for the same address or name."),
            Map.entry("mining", "a long connection to a pool, with small messages both ways that never rest."));

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
