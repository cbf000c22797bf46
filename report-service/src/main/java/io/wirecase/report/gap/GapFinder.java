package io.wirecase.report.gap;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.gap.Gap.Answer;
import io.wirecase.report.gap.Gap.State;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks what an analyst would ask next, of the stored data. */
public final class GapFinder {

    private static final double BASELINE_DAYS = 7;
    private static final double SOME_DAYS = 1;
    private static final double NEARLY_ALL = 0.9;
    private static final String NO_AGENT = "http_suspicious_user_agent";

    private final List<PatternCase> cases;

    /** @param cases the patterns of the report */
    public GapFinder(List<PatternCase> cases) {
        this.cases = List.copyOf(cases);
    }

    /** The gaps, in the order of the catalog; empty without patterns. */
    public List<Gap> find() {
        if (cases.isEmpty()) {
            return List.of();
        }
        return List.of(
                gap("process", "Which process made the connections?", GapFinder::process),
                gap("inventory", "Which applications does the host run?", GapFinder::inventory),
                gap("baseline", "Is this new for the host?", GapFinder::baseline),
                gap("packet_content", "What was said?", GapFinder::content),
                gap("user_agent_rule", "What would blocking a missing User-Agent hit?", this::userAgentRule),
                gap("device", "What kind of device is the host?", GapFinder::device),
                gap("policy", "Does policy permit it?", GapFinder::policy),
                gap("other_end", "Who is at the other end?", TrafficGaps::otherEnd),
                gap("prevalence", "Do other hosts of the site do the same?", TrafficGaps::prevalence),
                gap("capture_loss", "Did the capture hold both sides of it?", TrafficGaps::captureLoss));
    }

    private Gap gap(String id, String title, Function<PatternCase, Answer> query) {
        List<Answer> answers = cases.stream().map(query).toList();
        State state = answers.stream()
                .map(Answer::state)
                .max(Comparator.naturalOrder())
                .orElse(State.OPEN);
        return new Gap(id, title, state, answers);
    }

    private static Answer process(PatternCase c) {
        Facts facts = c.facts();
        Exchanges exchanges = c.measured().exchanges();
        if (exchanges != null && exchanges.whole() > 0 && exchanges.breaks().isEmpty()) {
            return partly(c, "The exchange is that of {service}; which process sent it is known on {host} only.");
        }
        if (facts.has("userAgent")) {
            return partly(c, "The client calls itself {userAgent}; which process sent it is known on {host} only.");
        }
        return open(c, "Packets name no process; {host} itself or its management agent can say which one it was.");
    }

    private static Answer inventory(PatternCase c) {
        Measurement measured = c.measured();
        Facts facts = c.facts();
        Ledger ledger = facts.ledger();
        int names = measured.host().names().size();
        int agents = measured.host().userAgents().size();
        Basis basis = Basis.measured("distinct values in the host's stored flows, at most 50", List.of());
        Facts more = facts.more()
                .put("names", ledger.count(names, "", basis))
                .put("agents", ledger.count(agents, "", basis));
        if (names == 0 && agents == 0) {
            return new Answer(c.number(), State.OPEN, more.say("No stored flow of {host} names software or a server."));
        }
        return new Answer(
                c.number(),
                State.PARTLY,
                more.say("The flows of {host} hold {names|server name|server names} and {agents|User-Agent"
                        + " value|User-Agent values};"
                        + " software that was"
                        + " silent does not show."));
    }

    private static Answer baseline(PatternCase c) {
        Facts facts = c.facts();
        if (!facts.has("siteDays")) {
            return open(c, "No flows of the site of {host} are stored.");
        }
        double days = facts.counts("siteDays");
        if (days >= BASELINE_DAYS) {
            return facts.has("knownDays")
                    ? closed(c, "The store reaches back {siteDays}; {host} has talked to {entity} for {knownDays}.")
                    : closed(c, "The store reaches back {siteDays} and holds no earlier flow of {host} to {entity}.");
        }
        String missing = "The store reaches back {siteDays} only, so {host} cannot be compared with its past.";
        return days >= SOME_DAYS ? partly(c, missing) : open(c, missing);
    }

    private static Answer content(PatternCase c) {
        Measurement measured = c.measured();
        int answered = measured.count(Outcome.ANSWERED);
        if (measured.flows().isEmpty()) {
            return open(c, "No stored flow between {host} and {entity} was found.");
        }
        if (answered == 0) {
            return closed(c, "Nothing was said: none of {flows} flows carried payload from the server.");
        }
        if (measured.http().flows() >= NEARLY_ALL * answered) {
            return closed(c, "{requests|request|requests} and {replies|reply|replies} were read in clear.");
        }
        long tls =
                measured.flows().stream().filter(f -> f.facts().tls() != null).count();
        if (measured.http().flows() > 0 || tls > 0) {
            return partly(
                    c,
                    "Of {answered} answered flows the hellos or some exchanges were read; the rest is"
                            + " encrypted or cut.");
        }
        return open(c, "The payload of {answered} answered flows was not read.");
    }

    /** What a rule against requests without User-Agent would have hit, over all alerts of the report. */
    private Answer userAgentRule(PatternCase c) {
        long own = hits(c);
        long all = cases.stream().mapToLong(GapFinder::hits).sum();
        long benign = cases.stream()
                .filter(x -> x.disposition() == Disposition.BENIGN)
                .mapToLong(GapFinder::hits)
                .sum();
        long hosts = cases.stream()
                .filter(x -> hits(x) > 0)
                .map(x -> x.pattern().key().host())
                .distinct()
                .count();
        Ledger ledger = c.facts().ledger();
        Basis basis = Basis.measured("alerts with " + NO_AGENT + " and no value", List.of());
        Facts more = c.facts()
                .more()
                .put("own", ledger.count(own, "", basis))
                .put("all", ledger.count(all, "", basis))
                .put("benignHits", ledger.count(benign, "", Basis.measured("of them in benign patterns", List.of())))
                .put("hitHosts", ledger.count(hosts, "", Basis.measured("hosts of such alerts", List.of())));
        return new Answer(
                c.number(),
                State.CLOSED,
                more.say(
                        all == 0
                                ? "It would have hit nothing here: {all} alerts are about a request without one."
                                : "It would have hit {own|flow|flows} of pattern {number}; {all} in the report, on"
                                        + " {hitHosts|host|hosts}, {benignHits} of them in patterns taken for"
                                        + " benign."));
    }

    private static long hits(PatternCase c) {
        return c.pattern().shown().stream()
                .map(EnrichedAlert::alert)
                .filter(a -> a.findings().stream().anyMatch(GapFinder::withoutAgent))
                .count();
    }

    private static boolean withoutAgent(Finding finding) {
        return finding.code().equals(NO_AGENT) && finding.observed() == null;
    }

    private static Answer device(PatternCase c) {
        Measurement measured = c.measured();
        Exchanges exchanges = measured.exchanges();
        boolean known =
                exchanges != null && exchanges.whole() > 0 && exchanges.breaks().isEmpty();
        List<SynFacts> stacks = measured.flows().stream()
                .filter(f -> f.originator().equals(c.pattern().key().host()))
                .map(GapFinder::syn)
                .filter(s -> s != null)
                .distinct()
                .toList();
        if (stacks.isEmpty()) {
            return known
                    ? partly(c, "One mark: {host} makes {service}.")
                    : open(c, "No flow of {host} shows a mark of its system.");
        }
        Ledger ledger = c.facts().ledger();
        Basis basis = Basis.measured("distinct SYN option lists of the host's flows", refs(measured.flows()));
        String options =
                stacks.stream().map(SynFacts::options).distinct().sorted().collect(Collectors.joining(" / "));
        Basis ttl = Basis.measured("largest TTL of the host's SYNs", refs(measured.flows()));
        int most = stacks.stream().mapToInt(SynFacts::ttl).max().orElse(0);
        Facts more = c.facts()
                .more()
                .put("options", ledger.word(options.isEmpty() ? "none" : options, basis))
                .put("ttl", ledger.count(most, "", ttl));
        String marks = "its SYNs carry the options {options} and a TTL of up to {ttl}";
        return known
                ? new Answer(c.number(), State.CLOSED, more.say("{host} makes {service}, and " + marks + "."))
                : new Answer(c.number(), State.PARTLY, more.say("Of {host} only this shows: " + marks + "."));
    }

    private static @org.jspecify.annotations.Nullable SynFacts syn(Flow flow) {
        TcpFacts tcp = flow.facts().tcp();
        return tcp == null ? null : tcp.syn();
    }

    private static List<String> refs(List<Flow> flows) {
        return flows.stream().map(f -> "flow:" + f.id()).toList();
    }

    private static Answer policy(PatternCase c) {
        return open(c, "No policy for {host} is configured; traffic cannot say what is permitted.");
    }

    private static Answer closed(PatternCase c, String template) {
        return new Answer(c.number(), State.CLOSED, c.facts().say(template));
    }

    private static Answer partly(PatternCase c, String template) {
        return new Answer(c.number(), State.PARTLY, c.facts().say(template));
    }

    private static Answer open(PatternCase c, String template) {
        return new Answer(c.number(), State.OPEN, c.facts().say(template));
    }
}
