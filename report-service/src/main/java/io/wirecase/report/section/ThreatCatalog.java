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
                    "exfiltration",
                    List.of("{upPayloadTotal} of payload left {host} towards {entity}; what they held is not known.")),
            Map.entry(
                    "tunnel",
                    List.of(
                            "{upPayloadTotal} of payload left {host} towards {entity}; what they held is not known.",
                            "Rules that go by port and name would not see what passes between {host} and {entity}.")),
            Map.entry(
                    "brute_force",
                    List.of("Whoever finds the password of {entity} can use it from wherever the service is reached.")),
            Map.entry(
                    "mining",
                    List.of("{host} would work for somebody else day and night, and what started it can start more.")),
            Map.entry("flood", List.of("{entity} would not answer others while it lasts.")),
            Map.entry(
                    "spoofing",
                    List.of("What others send to that address would pass through {host}, which could change it.")),
            Map.entry("exploitation", List.of("If the service did what it was asked, {entity} is in other hands too.")),
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
                    "content_download",
                    "a client opens several addresses of one name at once, uses the quickest and gives up the others;"
                            + " then much more comes back than is sent."),
            Map.entry(
                    "push_keepalive",
                    "a push channel stays open for hours, or looks in at a beat, and says little either way."),
            Map.entry(
                    "local_discovery",
                    "hosts ask the network for names, addresses and time at start and now and then, mostly of all at"
                            + " once."),
            Map.entry(
                    "backup_sync", "a copy sends much more than it gets, at its hour, to a place that was configured."),
            Map.entry(
                    "peer_to_peer",
                    "peers have addresses and no names, some are gone when asked, and both sides send."),
            Map.entry(
                    "approved_scanner",
                    "an ordered one looks like any other, comes back by its plan and is known to somebody."),
            Map.entry(
                    "configured_proxy",
                    "a proxy passes many hosts on to many names, whenever people and programs are at work."),
            Map.entry(
                    "network_change", "an address changes its device once, and the old device is silent from then on."),
            Map.entry(
                    "exfiltration",
                    "data that leaves goes one way, to a place few others use, often while nobody is there."),
            Map.entry(
                    "brute_force", "each try is like the last: a short session of the same service, many times over."),
            Map.entry("mining", "one connection stays open day and night, with a small share now and then."),
            Map.entry("flood", "for minutes far more packets are sent than any exchange needs."),
            Map.entry(
                    "spoofing",
                    "a false claim on an address is repeated every few seconds, while the true device goes on."),
            Map.entry(
                    "exploitation",
                    "a request holds what no client of the service would send, and what follows is fetched by the"
                            + " server."),
            Map.entry(
                    "tunnel",
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
