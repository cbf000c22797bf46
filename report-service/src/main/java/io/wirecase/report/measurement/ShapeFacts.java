package io.wirecase.report.measurement;

import io.wirecase.core.measure.Comb;
import io.wirecase.core.measure.Intervals;
import io.wirecase.core.measure.Symmetry;
import io.wirecase.core.measure.Timing;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** States how flows are shaped: clusters, intervals, hours, durations, ports, balance, parts, automation. */
final class ShapeFacts {

    private static final double SECONDS_A_DAY = 86_400;

    private final Measurement measured;
    private final Facts facts;
    private final Ledger ledger;
    private final List<String> flows;
    private final int digits;

    ShapeFacts(Measurement measured, Facts facts, List<String> flows, int digits) {
        this.measured = measured;
        this.facts = facts;
        this.ledger = facts.ledger();
        this.flows = flows;
        this.digits = digits;
    }

    void state() {
        bursts();
        Measurement.Shape shape = measured.shape();
        if (shape != null) {
            balance(shape.volumes().symmetry());
            durations(shape.durations());
            ports(shape.ports());
            hours(shape.hours());
            Intervals intervals = shape.intervals();
            if (intervals != null) {
                intervals(intervals);
            }
            Basis least = Basis.inferred("least flows of one outcome that are measured by themselves", List.of());
            facts.put("partMin", ledger.count(SubPattern.MIN_FLOWS, "", least));
            shape.parts().forEach(this::part);
        }
        automation();
    }

    private void bursts() {
        Timing.Bursts bursts = measured.timing().bursts();
        if (bursts == null) {
            return;
        }
        facts.put("burstN", count(bursts.n(), "", "episodes"));
        facts.put("burstMin", count(bursts.sizeMin(), "", "starts in the smallest episode"));
        facts.put("burstMedian", number(bursts.sizeMedian(), 1, "", "median of the starts in an episode"));
        facts.put("burstMax", count(bursts.sizeMax(), "", "starts in the largest episode"));
        facts.put("burstSpan", number(bursts.spanSeconds(), 2, "s", "median span of episodes of several starts"));
        facts.put("burstGap", number(bursts.gapSeconds(), 1, "s", "median time between episode starts"));
    }

    private void balance(Symmetry symmetry) {
        Double value = symmetry.value();
        Symmetry.Shape word = symmetry.shape();
        if (value == null || word == null) {
            return;
        }
        facts.put("symmetry", number(value, 3, "", Symmetry.FORMULA + ", payload bytes"));
        Basis words = Basis.inferred("upload above .5, download below -.5, balanced within .3 of 0", flows);
        facts.put("symmetryShape", ledger.word(word.name().toLowerCase(Locale.ROOT), words));
        if (Math.abs(value) < 1) {
            double ratio = (1 + Math.abs(value)) / (1 - Math.abs(value));
            facts.put("ratio", number(ratio, 1, "", "payload of the side that sent more / payload of the other"));
        }
    }

    private void durations(Durations durations) {
        facts.put("durationMedian", number(durations.medianSeconds(), 3, "s", "median of flow durations"));
        facts.put("durationMax", number(durations.maxSeconds(), 3, "s", "longest flow duration"));
        Basis words = Basis.inferred("brief below 10 s, short below 60 s, medium below 3600 s, long from there", flows);
        facts.put("durationClass", ledger.word(durations.type().name().toLowerCase(Locale.ROOT), words));
    }

    private void ports(Ports ports) {
        facts.put("portFlows", count(ports.n(), "", "flows with ports"));
        facts.put("clientPorts", count(ports.originatorDistinct(), "", "distinct originator ports"));
        facts.put("serverPorts", count(ports.responder().size(), "", "distinct responder ports"));
        Basis words = Basis.inferred("fixed: one port; ephemeral: from 1024 up, new for more than half", flows);
        facts.put("clientPortClass", ledger.word(ports.type().word(), words));
        ports.responder().entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                .ifPresent(e -> {
                    facts.put("mainPort", count(e.getKey(), "", "most frequent responder port"));
                    facts.put("mainPortFlows", count(e.getValue(), "", "flows to the most frequent responder port"));
                });
        long ends = measured.flows().stream()
                .map(f -> f.key().responder())
                .distinct()
                .count();
        facts.put("serverEnds", count(ends, "", "distinct pairs of responder address and port"));
    }

    private void hours(Hours hours) {
        facts.put("hoursCovered", count(hours.covered(), "", "hours of the day (UTC) with at least one start"));
        facts.put("hoursOfDay", ledger.count(Hours.A_DAY, "", Basis.inferred("hours of a day", List.of())));
        String least = "least span for a statement on the time of day";
        facts.put("daysNeeded", ledger.count(Hours.ENOUGH_DAYS, "days", Basis.inferred(least, List.of())));
        facts.put(
                "daysSpanned",
                number(hours.spanSeconds() / SECONDS_A_DAY, 2, "days", "start of the last flow - start of the first"));
        Basis rule = Basis.inferred("Rayleigh's test over the hours with a start, p below .01", flows);
        facts.put(
                "timeOfDay",
                ledger.word(hours.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '), rule));
        Double concentration = hours.concentration();
        Double chance = hours.chance();
        if (concentration != null && chance != null) {
            facts.put("hoursConcentration", number(concentration, 3, "", "length of the mean vector on the clock"));
            facts.put("hoursChance", number(chance, 4, "", "exp(-n R^2), Rayleigh's test"));
        }
    }

    private void intervals(Intervals intervals) {
        facts.put("intervals", count(intervals.n(), "", "times between one episode's start and the next one's"));
        facts.put("intervalMedian", number(intervals.medianSeconds(), 1, "s", "median of the intervals"));
        facts.put("intervalWidth", number(intervals.widthSeconds(), 3, "s", "a quarter of the period or median"));
        facts.put("intervalsBeyond", count(intervals.beyond(), "", "intervals longer than the last bin"));
        for (int bin = 0; bin < intervals.counts().size(); bin++) {
            String what = "intervals within half a bin of " + bin + " quarters of the period or median";
            facts.put("intervalAt" + bin, number(intervals.centreSeconds(bin), 1, "s", "centre of bin " + bin));
            facts.put("intervalCount" + bin, count(intervals.counts().get(bin), "", what));
        }
    }

    private void part(SubPattern part) {
        String name = part.outcome().name().toLowerCase(Locale.ROOT);
        String of = " of flows that were " + name;
        facts.put(name + "Share", ledger.percent(part.share(), Basis.measured("share" + of, flows)));
        facts.put(name + "First", ledger.time(part.firstNanos(), digits, Basis.measured("first start" + of, flows)));
        facts.put(name + "Last", ledger.time(part.lastNanos(), digits, Basis.measured("last start" + of, flows)));
        SubPattern.Own own = part.own();
        if (own == null) {
            return;
        }
        Basis type = Basis.inferred("timing class" + of, flows);
        facts.put(name + "Class", ledger.word(own.timing().type().code(), type));
        facts.put(name + "Episodes", count(own.timing().episodes(), "", "separate starts" + of));
        Comb comb = own.timing().comb();
        if (comb != null) {
            facts.put(name + "Period", number(comb.periodSeconds(), 1, "s", "period" + of));
        }
        facts.put(name + "Duration", number(own.durations().medianSeconds(), 3, "s", "median duration" + of));
        long up = own.volumes().originator().payload().volume().total();
        long down = own.volumes().responder().payload().volume().total();
        facts.put(name + "Up", count(up, "bytes", "payload client to server" + of));
        facts.put(name + "Down", count(down, "bytes", "payload server to client" + of));
    }

    private void automation() {
        Automation automation = Automation.of(measured);
        List<String> marks = automation.marks().stream()
                .filter(facts::has)
                .map(m -> "claim:" + facts.get(m).id())
                .toList();
        Basis rule = Basis.inferred("marks of software: period, pace, same amounts, same request", marks);
        facts.put("automation", ledger.word(automation.verdict().word(), rule));
    }

    private Claim count(long value, String unit, String formula) {
        return ledger.count(value, unit, Basis.measured(formula, flows));
    }

    private Claim number(double value, int decimals, String unit, String formula) {
        return ledger.number(value, decimals, unit, Basis.measured(formula, flows));
    }
}
