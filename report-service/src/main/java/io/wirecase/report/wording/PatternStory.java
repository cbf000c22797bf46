package io.wirecase.report.wording;

import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.measure.Comb;
import io.wirecase.core.measure.Timing;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.measurement.Measurer;
import io.wirecase.report.pattern.Behaviours;
import io.wirecase.report.pattern.Entity;
import io.wirecase.report.pattern.PatternKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a pattern is, told in sentences: who did what with whom, which software answered, what it is taken for. */
public final class PatternStory {

    private static final String OLD_BANNER = "http_obsolete_server";
    private static final int MOST_BANNERS = 4;
    private static final double WIDEST = 0.2;

    private PatternStory() {}

    /** Who did what with whom, how often and how. */
    public static Prose what(PatternCase c) {
        Facts more = facts(c);
        if (c.pattern().key().isBehaviour()
                && !Behaviours.isScan(c.pattern().key().behaviour())) {
            return BehaviourWords.found(c);
        }
        if (c.pattern().key().isBehaviour()) {
            return more.say(
                    "{host} tried {targetPairs|pair|pairs} of address and port on {targetHosts|address|addresses}"
                            + " within {spanRead}; {failed} of {flows|attempt|attempts} came to nothing.");
        }
        boolean server = c.pattern().key().role() == PatternKey.Role.SERVER;
        StringBuilder said = new StringBuilder(
                server
                        ? "{entity} opened {flows|flow|flows} to {host}"
                        : "{host} opened {flows|flow|flows} to {entity}");
        if (!server && c.pattern().key().entity().kind() != Entity.Kind.ADDRESS) {
            said.append(" at {peers|address|addresses}");
            said.append(more.has("organization") ? " of {organization}" : "");
        } else if (more.has("organization") && c.pattern().key().entity().kind() == Entity.Kind.ADDRESS) {
            said.append(" ({organization})");
        }
        said.append(how(more)).append(", within {spanRead}");
        if (settled(c.measured().timing())) {
            said.append(", one every {period}");
        }
        return more.say(said.append('.').toString());
    }

    private static String how(Facts facts) {
        String protocol = facts.has("protocol") ? ", {protocol}" : "";
        String ports = !facts.has("port")
                ? ""
                : facts.counts("serverPorts") == 1 ? " to port {port}" : " mostly to port {port}";
        return protocol + ports;
    }

    /** Which software the servers say they are; what a banner says is the other end's business. */
    public static Optional<Prose> software(PatternCase c) {
        List<Claim> banners = new ArrayList<>();
        Basis basis = Basis.reported(
                "Server header of a reply",
                List.of("claim:" + c.facts().get("flows").id()));
        for (UntrustedText server :
                c.measured().http().servers().stream().limit(MOST_BANNERS).toList()) {
            banners.add(c.facts().ledger().packet(server, basis));
        }
        if (banners.isEmpty()) {
            return Optional.empty();
        }
        Facts more = c.facts().more();
        String listed = Listing.of(more, "banner", banners);
        boolean old = c.pattern().codes().containsKey(OLD_BANNER);
        boolean own = c.pattern().key().role() == PatternKey.Role.SERVER;
        String whose = own
                ? "In pattern {number} {host} itself, as the server, says it is "
                : "The server's side of pattern {number} says it is ";
        return Optional.of(
                more.say(whose + listed + (old ? "; an old version string is not a known vulnerability." : ".")));
    }

    /** What it is taken for, with the likelihood. */
    public static Prose verdict(PatternCase c) {
        String shares = c.disposition() == Disposition.BENIGN
                ? "the benign explanations together have {benignShare}"
                : "the malicious explanations together have {maliciousShare}, the benign {benignShare}";
        return c.facts()
                .say("Pattern {number} is taken for {disposition}: " + shares
                        + ". The likeliest single explanation is {leader}, {likelihood} by itself ({posterior}).");
    }

    /** How much that rests on. */
    public static Prose confidence(PatternCase c) {
        return c.facts().say("Confidence in the assessment of pattern {number}: {confidence}.");
    }

    /** A pattern's facts with the words a story needs; what is not known is not among them. */
    public static Facts facts(PatternCase c) {
        Facts more = c.facts().more();
        Ledger ledger = more.ledger();
        List<String> flows = List.of("claim:" + more.get("flows").id());
        double span = (c.measured().lastNanos() - c.measured().firstNanos()) / 1e9;
        Basis spanned = Basis.measured("start of the last flow - start of the first, rounded", flows);
        more.put("spanRead", Quantities.duration(ledger, span, spanned));
        PatternWords.organization(c).ifPresent(name -> more.put("organization", organization(c, name)));
        most(read(c.measured().protocols()))
                .ifPresent(p -> more.put("protocol", ledger.word(p, Basis.measured("what most flows carry", flows))));
        Measurement.Shape shape = c.measured().shape();
        if (shape != null) {
            most(shape.ports().responder())
                    .ifPresent(port -> more.put(
                            "port", ledger.count(port, "", Basis.measured("the port most flows went to", flows))));
        }
        return more;
    }

    /** Whether a period is known well enough for a headline: its bounds lie within a fifth of it. */
    public static boolean settled(Timing timing) {
        Comb comb = timing.comb();
        return comb != null && comb.high() - comb.low() <= WIDEST * comb.periodSeconds();
    }

    /** The applications that were read; those known by a port only where nothing was read. */
    private static Map<String, Integer> read(Map<String, Integer> protocols) {
        Map<String, Integer> read = new TreeMap<>(protocols);
        read.keySet().removeIf(p -> p.endsWith(Measurer.BY_PORT) || p.equals("ARP"));
        return read.isEmpty() ? protocols : read;
    }

    private static <K extends Comparable<K>> Optional<K> most(Map<K, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<K, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<K, Integer>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static Claim organization(PatternCase c, String name) {
        List<String> files = c.pattern().peers().stream()
                .map(p -> c.pattern().addresses().get(p))
                .filter(f -> f != null && f.owner() != null)
                .map(f -> source(f.owner()))
                .distinct()
                .toList();
        return c.facts().ledger().word(name, Basis.lookedUp("who announces the addresses", files));
    }

    private static String source(NetworkOwner owner) {
        return "data:" + owner.source().name() + "@" + owner.source().version();
    }
}
