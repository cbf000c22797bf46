package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.Comb;
import io.wirecase.core.measure.Timing;
import io.wirecase.core.measure.TimingNull;
import io.wirecase.core.measure.Volume;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.pattern.Entity;
import io.wirecase.report.pattern.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * States what was measured of a pattern as claims. What could not be measured has no claim: ask {@link Facts#has}.
 *
 * <p>The names, in braces where one of several stands:
 *
 * <ul>
 *   <li>who: host, entity, peers, score, flows, flowsTotal, alerts, named, first, last, span
 *   <li>outcome: answered, empty, refused, silent, failed, failedShare; of each outcome by itself {answered}Share,
 *       First, Last, and from partMin flows Class, Episodes, Period, Duration, Up, Down
 *   <li>timing: class, episodes, minEpisodes, p, against, q, tested, clock, period, periodLow, periodHigh, jitter,
 *       jitterSeconds, missed, beats;
 *       burstN, burstMin, burstMedian, burstMax, burstSpan, burstGap; intervals, intervalMedian, intervalWidth,
 *       intervalsBeyond, intervalAt{0} and intervalCount{0} for each of {@link io.wirecase.core.measure.Intervals#BINS}
 *       bins; hoursCovered, hoursOfDay, daysNeeded, daysSpanned, timeOfDay, hoursConcentration, hoursChance; automation
 *   <li>volume: {up}{Ip}Min, Median, Max, Total, Mode, ModeFlows, Alike, Range, Consistency, Band for up and down at
 *       Frame, Ip and Payload; tolerance, symmetry, symmetryShape, ratio
 *   <li>shape: durationMedian, durationMax, durationClass, portFlows, clientPorts, clientPortClass, serverPorts,
 *       serverEnds, mainPort, mainPortFlows
 *   <li>content: see {@link ContentFacts}
 * </ul>
 */
public final class PatternFacts {

    private final Measurement measured;
    private final Facts facts;
    /** Where the claims lead: the claim that counts the flows lists them, the others cite that claim. */
    private final List<String> flows;

    private final List<String> alerts;
    private final int digits;

    private PatternFacts(Measurement measured, Ledger ledger, int digits) {
        this.measured = measured;
        this.facts = new Facts(ledger);
        List<String> everyFlow =
                measured.flows().stream().map(PatternFacts::ref).toList();
        List<String> everyAlert = measured.pattern().alerts().stream()
                .map(a -> "alert:" + a.alert().id())
                .toList();
        Basis counted = Basis.measured("flows measured between host and entity", everyFlow);
        facts.put("flows", ledger.count(everyFlow.size(), "", counted));
        long shown = measured.pattern().shown().size();
        facts.put("alerts", ledger.count(shown, "", Basis.measured("alerts that reach the minimum score", everyAlert)));
        this.flows = List.of("claim:" + facts.get("flows").id());
        this.alerts = List.of("claim:" + facts.get("alerts").id());
        this.digits = digits;
    }

    /**
     * States the claims.
     *
     * @param digits digits of a second's fraction that the capture's times have
     */
    public static Facts state(Measurement measured, Ledger ledger, int digits) {
        return state(measured, ledger, digits, Discoveries.ALONE);
    }

    /**
     * States the claims of a pattern among others.
     *
     * @param digits digits of a second's fraction that the capture's times have
     * @param discoveries what the patterns' chances mean together
     */
    public static Facts state(Measurement measured, Ledger ledger, int digits, Discoveries discoveries) {
        PatternFacts stated = new PatternFacts(measured, ledger, digits);
        stated.who();
        stated.counts();
        stated.timing();
        stated.chance(discoveries);
        Measurement.Shape shape = measured.shape();
        if (shape != null) {
            Basis tolerance = Basis.inferred("what counts as about the same", List.of());
            stated.facts.put("tolerance", ledger.percent(Amount.TOLERANCE, tolerance));
            stated.direction("up", "client to server", shape.volumes().originator());
            stated.direction("down", "server to client", shape.volumes().responder());
        }
        new ShapeFacts(measured, stated.facts, stated.flows, digits).state();
        new ContentFacts(measured, stated.facts, stated.flows, stated.alerts, digits).state();
        return stated.facts;
    }

    /** The reference of a flow in a claim's inputs. */
    static String ref(Flow flow) {
        return "flow:" + flow.id();
    }

    private void who() {
        Pattern pattern = measured.pattern();
        Ledger ledger = facts.ledger();
        Entity entity = pattern.otherEnd();
        facts.put("host", ledger.address(pattern.key().host(), Basis.measured("the pattern's host", alerts)));
        facts.put(
                "entity",
                switch (entity.kind()) {
                    case NAME -> ledger.packet(entity.text(), Basis.reported("the name the client asked for", flows));
                    case ORGANIZATION ->
                        ledger.word(entity.text().raw(), Basis.lookedUp("who announces the addresses", alerts));
                    case ADDRESS ->
                        ledger.word(entity.text().raw(), Basis.measured("the address of the other end", alerts));
                    case MANY -> ledger.word("many targets", Basis.measured("the targets of the behaviour", alerts));
                });
        facts.put("peers", count(pattern.peers().size(), "", "distinct addresses of the other ends", alerts));
        facts.put("score", count(pattern.score(), "", "highest score of the pattern's alerts", alerts));
    }

    private void counts() {
        facts.put("flowsTotal", count(measured.flowsTotal(), "", "flows stored between host and entity", flows));
        Ledger ledger = facts.ledger();
        facts.put(
                "first", ledger.time(measured.firstNanos(), digits, Basis.measured("start of the first flow", flows)));
        facts.put("last", ledger.time(measured.lastNanos(), digits, Basis.measured("start of the last flow", flows)));
        double span = (measured.lastNanos() - measured.firstNanos()) / 1e9;
        facts.put("span", number(span, span < 10 ? 3 : 0, "s", "start of the last flow - start of the first", flows));
        for (Outcome outcome : Outcome.values()) {
            String name = outcome.name().toLowerCase(Locale.ROOT);
            facts.put(name, count(measured.count(outcome), "", "flows that were " + name, flows));
        }
        facts.put("failed", count(measured.failed(), "", "flows refused + flows that met silence", flows));
        int n = measured.flows().size();
        if (n > 0) {
            Basis share = Basis.measured("(refused + silent) / flows, n " + n, flows);
            facts.put("failedShare", ledger.percent((double) measured.failed() / n, share));
        }
        facts.put("named", count(measured.named(), "", "flows whose server was asked for by name", flows));
    }

    private void timing() {
        Timing timing = measured.timing();
        String basis = "n " + timing.events() + " starts over " + Math.round(timing.spanSeconds()) + " s";
        Ledger ledger = facts.ledger();
        facts.put("class", ledger.word(timing.type().code(), Basis.inferred("timing class of " + basis, flows)));
        facts.put(
                "episodes",
                count(timing.episodes(), "", "starts, those closer than a tenth of the median merged", flows));
        facts.put("minEpisodes", count(Timing.MIN_EPISODES, "", "least episodes for a timing class", List.of()));
        Comb comb = timing.comb();
        if (comb == null) {
            return;
        }
        int decimals = comb.periodSeconds() < 10 ? 3 : 1;
        String fit = "time by beats, " + basis;
        facts.put("period", number(comb.periodSeconds(), decimals, "s", fit, flows));
        facts.put("periodLow", number(comb.low(), decimals + 1, "s", "2.5 % bootstrap bound of the period", flows));
        facts.put("periodHigh", number(comb.high(), decimals + 1, "s", "97.5 % bootstrap bound of the period", flows));
        Basis jitter = Basis.measured("1.4826 * MAD of intervals from whole periods / period, " + basis, flows);
        facts.put("jitter", ledger.percent(comb.jitter(), jitter));
        double spread = comb.jitter() * comb.periodSeconds();
        facts.put("jitterSeconds", number(spread, 3, "s", "1.4826 * MAD of intervals from whole periods", flows));
        facts.put("missed", count(comb.missed(), "", "beats expected - intervals seen, " + basis, flows));
        facts.put("beats", count(comb.beats(), "", "sum of the beats in the intervals, " + basis, flows));
    }

    private void chance(Discoveries discoveries) {
        Timing timing = measured.timing();
        Double p = timing.p();
        TimingNull against = timing.against();
        if (p == null || against == null) {
            return;
        }
        Ledger ledger = facts.ledger();
        String basis = "n " + timing.events() + " starts over " + Math.round(timing.spanSeconds()) + " s";
        facts.put("p", number(p, 6, "", "chance that random starts look as regular, " + basis, flows));
        facts.put("against", ledger.word(against.words(), Basis.inferred("the null with the smallest p", flows)));
        Double q = discoveries.rate(measured);
        if (q != null) {
            String least = "series in scope with at least " + Timing.MIN_EPISODES + " starts";
            facts.put("tested", count(discoveries.tested(), "", least, List.of()));
            facts.put("q", number(q, 6, "", "Benjamini-Hochberg over all series in scope", flows));
        }
        Comb comb = timing.comb();
        if (comb != null && comb.clock() != null) {
            String rule = "the phase of the starts against the same intervals in another order, p at most .01";
            facts.put("clock", ledger.word(comb.clock().word(), Basis.inferred(rule, flows)));
        }
    }

    private void direction(String prefix, String words, Volumes.Layers layers) {
        Map<String, Amount> byLayer = Map.of("Frame", layers.frame(), "Ip", layers.ip(), "Payload", layers.payload());
        for (String layer : List.of("Frame", "Ip", "Payload")) {
            Amount amount = byLayer.get(layer);
            if (amount == null) {
                continue;
            }
            Volume volume = amount.volume();
            String what = words + ", " + layer.toLowerCase(Locale.ROOT) + " bytes a flow, n " + volume.n();
            String name = prefix + layer;
            facts.put(name + "Min", count(volume.min(), "bytes", "min of " + what, flows));
            facts.put(name + "Median", number(volume.median(), 1, "bytes", "median of " + what, flows));
            facts.put(name + "Max", count(volume.max(), "bytes", "max of " + what, flows));
            facts.put(name + "Total", count(volume.total(), "bytes", "sum of " + what, flows));
            facts.put(name + "Mode", count(amount.mode(), "bytes", "most frequent of " + what, flows));
            facts.put(
                    name + "ModeFlows",
                    count(amount.modeFlows(), "", "flows with the most frequent of " + what, flows));
            String near = "flows within 5 % of the median of " + what;
            facts.put(name + "Alike", count(amount.alike(), "", near, flows));
            Basis range = Basis.measured("(max - min) / ((max + min) / 2) of " + what, flows);
            facts.put(name + "Range", facts.ledger().percent(amount.range(), range));
            Double consistency = volume.consistency();
            Volume.Band band = volume.band();
            if (consistency != null && band != null) {
                String formula = Volume.CONSISTENCY_FORMULA + " of " + what;
                facts.put(name + "Consistency", number(consistency, 3, "", formula, flows));
                Basis bands = Basis.inferred("fixed above .95, tight from .8, loose from .5 of the consistency", flows);
                facts.put(name + "Band", facts.ledger().word(band.name().toLowerCase(Locale.ROOT), bands));
            }
        }
    }

    private Claim count(long value, String unit, String formula, List<String> inputs) {
        return facts.ledger().count(value, unit, Basis.measured(formula, inputs));
    }

    private Claim number(double value, int decimals, String unit, String formula, List<String> inputs) {
        return facts.ledger().number(value, decimals, unit, Basis.measured(formula, inputs));
    }
}
