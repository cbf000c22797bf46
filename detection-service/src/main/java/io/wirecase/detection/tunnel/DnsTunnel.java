package io.wirecase.detection.tunnel;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.DomainTally.Sums;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourDetector;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.risk.Applications;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Data carried in lookups: many different coded names below one registered domain, with much data in the answers or
 * much in the names. Counted for a host that asks and a domain. A long name alone is nothing, nor are many; names that
 * repeat, answers that repeat, short answers to hashes, keys and reverse lookups each miss one of the limits.
 */
public final class DnsTunnel implements BehaviourDetector<NameTalk, NameState> {

    /** The code it raises. */
    public static final String CODE = "dns_tunnel";

    private static final int POINTS_ANSWERS = 100;

    /** Lookups of coded names alone are rarer than both ways, and other software comes nearer to them. */
    private static final int POINTS_NAMES = 50;

    private static final int CLIENT_SHARE = 90;
    private static final int DNS_PORT = 53;
    private static final int LONGEST_DOMAIN = 253;

    /** Behind the domain: such flows lie in their resolver's partition and are counted apart from the client's own. */
    private static final String ANSWERED_FIRST = "/answered-first";

    private static final Set<String> DNS = Set.of("DNS");
    private static final Technique DNS_PROTOCOL = new Technique("T1071.004", "DNS", Tunnels.ATTACK_VERSION);
    private static final Technique TUNNELING = new Technique("T1572", "Protocol Tunneling", Tunnels.ATTACK_VERSION);
    private static final Technique EXFILTRATION =
            new Technique("T1048.003", "Exfiltration Over Unencrypted Non-C2 Protocol", Tunnels.ATTACK_VERSION);

    private final DnsLimits limits = DnsLimits.DEFAULT;

    /** A detector with the usual limits. */
    public DnsTunnel() {}

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return Tunnels.BUCKET;
    }

    @Override
    public List<Digest<NameTalk>> read(Flow flow) {
        DnsFacts dns = flow.facts().dns();
        boolean answered = answersFirst(flow);
        if (dns == null
                || !flow.ending().last()
                || !Applications.any(flow.application(), DNS)
                || answered && flow.traffic().responder().packets() == 0) {
            return List.of();
        }
        Map<String, NameTalk> talks = NameReader.read(flow, dns);
        if (talks.isEmpty()) {
            return List.of();
        }
        List<Digest<NameTalk>> digests = new ArrayList<>(talks.size());
        long start = flow.span().startNanos();
        talks.forEach((domain, talk) -> {
            String detail = domain.length() <= LONGEST_DOMAIN ? domain : domain.substring(0, LONGEST_DOMAIN);
            digests.add(
                    answered
                            ? new Digest<>(flow.responder(), detail + ANSWERED_FIRST, start, talk, true)
                            : new Digest<>(flow.originator(), detail, start, talk, true));
        });
        return digests;
    }

    /**
     * A flow that was seen from an answer on: its originator is the one who was asked. Who asked is the responder, if
     * it asked again; of answers alone nobody knows whether anybody did.
     */
    private static boolean answersFirst(Flow flow) {
        Integer from = flow.key().originator().port();
        Integer to = flow.key().responder().port();
        return from != null && from == DNS_PORT && (to == null || to != DNS_PORT);
    }

    @Override
    public NameState fresh() {
        return new NameState();
    }

    @Override
    public NameState stored(byte[] bytes) {
        return NameState.of(bytes);
    }

    @Override
    public boolean plausible(NameState state) {
        return byAnswers(state) || byNames(state);
    }

    private boolean coded(NameState state) {
        return state.names() >= limits.minNames() && entropy(state) >= limits.minEntropy();
    }

    private boolean byAnswers(NameState state) {
        Sums sums = state.sums();
        return coded(state)
                && sums.dataBytes() >= limits.minAnswerBytes()
                && Tunnels.share(sums.dataBytes(), sums.dataAnswers()) >= limits.minMeanAnswer()
                && state.differentAnswers() >= limits.minDifferent();
    }

    private boolean byNames(NameState state) {
        Sums sums = state.sums();
        return coded(state)
                && state.differentNames() >= limits.minDifferent()
                && sums.nameChars() >= limits.minNameBytes()
                && Tunnels.share(sums.nameChars(), sums.transactions()) >= limits.minMeanName();
    }

    private static double entropy(NameState state) {
        return Tunnels.share(state.sums().nameMillibits(), state.sums().nameChars()) / 1_000;
    }

    @Override
    public BehaviourReading read(BehaviourKey key, NameState state) {
        boolean answers = byAnswers(state);
        boolean names = byNames(state);
        Seen seen = state.seen();
        Behaviour behaviour = new Behaviour(
                names && !answers ? "names" : "answers",
                seen.firstNanos(),
                seen.lastNanos(),
                seen.flows(),
                seen.packets(),
                measures(state, answers || !names, names),
                List.of());
        return new BehaviourReading(
                answers || names,
                state.sums().transactions(),
                CODE,
                new Subject(Subject.Type.HOST, key.subject(), null, null),
                behaviour,
                List.of(finding(key.detail().replace(ANSWERED_FIRST, ""), names && !answers)),
                names ? List.of(DNS_PROTOCOL, TUNNELING, EXFILTRATION) : List.of(DNS_PROTOCOL, TUNNELING));
    }

    private Finding finding(String domain, boolean namesAlone) {
        String volume = namesAlone
                ? limits.minNameBytes() + " characters in names"
                : limits.minAnswerBytes() + " bytes in answers";
        return new Finding(
                CODE,
                namesAlone ? POINTS_NAMES : POINTS_ANSWERS,
                Side.CLIENT,
                CLIENT_SHARE,
                namesAlone
                        ? "Many coded names below one domain carry much data"
                        : "Many coded names below one domain are answered with much data",
                new UntrustedText(domain),
                limits.minNames() + " names of " + limits.minEntropy() + " bits a character and " + volume,
                Tunnels.RAISED_BY);
    }

    private List<Measure> measures(NameState state, boolean answers, boolean names) {
        Sums sums = state.sums();
        double meanName = Tunnels.share(sums.nameChars(), sums.transactions());
        double meanAnswer = Tunnels.share(sums.dataBytes(), sums.dataAnswers());
        Double different = limits.minDifferent();
        return List.of(
                new Measure("distinctNames", state.names(), "names", (double) limits.minNames()),
                new Measure("lookups", sums.transactions(), "questions", null),
                new Measure("nameEntropy", entropy(state), "bits a character", limits.minEntropy()),
                new Measure("differentNames", state.differentNames(), "share", names ? different : null),
                new Measure("meanNameLength", meanName, "characters", Tunnels.where(names, limits.minMeanName())),
                new Measure("nameCharacters", sums.nameChars(), "characters", Tunnels.where(names, (double)
                        limits.minNameBytes())),
                new Measure("dataAnswers", sums.dataAnswers(), "records", null),
                new Measure("differentAnswers", state.differentAnswers(), "share", answers ? different : null),
                new Measure("meanAnswer", meanAnswer, "bytes", Tunnels.where(answers, limits.minMeanAnswer())),
                new Measure("answerBytes", sums.dataBytes(), "bytes", Tunnels.where(answers, (double)
                        limits.minAnswerBytes())));
    }
}
