package io.wirecase.report.section.alert;

import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.tally.Entry;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** When alerts happened; of many, an even choice over the whole span and not the first ones only. */
final class TimelineChart {

    private static final int MOST = 24;

    private TimelineChart() {}

    /** The chart; only for reports with alerts. */
    static Block of(CaseFile file) {
        List<Entry> all = file.tally().timeline();
        int shown = Math.min(MOST, all.size());
        List<Chart.Event> events = new ArrayList<>();
        long first = all.getFirst().timeNanos();
        for (int i = 0; i < shown; i++) {
            Entry entry = all.get(shown == 1 ? 0 : (int) ((long) i * (all.size() - 1) / (shown - 1)));
            events.add(event(file, entry, first));
        }
        return new Chart.Timeline(
                Write.words("Alerts over time"),
                events,
                file.facts()
                        .say("{shown|alert|alerts} in the order of capture time (UTC); of many, an even choice over"
                                + " the whole span."),
                Tables.cut(file.facts(), shown, all.size(), "alerts"));
    }

    private static Chart.Event event(CaseFile file, Entry entry, long first) {
        Facts more = new Facts(file.facts().ledger());
        Ledger ledger = more.ledger();
        var alert = entry.alert().alert();
        UUID capture =
                alert.captures().isEmpty() ? new UUID(0, 0) : alert.captures().getLast();
        int digits = CaseFile.digits(file.input().sources(), capture);
        Basis basis = Basis.measured("the alert's flow", List.of("alert:" + alert.id()));
        more.put("time", ledger.time(entry.timeNanos(), digits, basis));
        more.put("codes", ledger.word(String.join(" ", entry.codes()), Basis.reported("findings", basis.inputs())));
        more.put("source", ledger.word(entry.source().toString(), basis));
        return new Chart.Event(more.say("{source}: {codes}"), more.say("{time}"), (entry.timeNanos() - first) / 1e9);
    }
}
