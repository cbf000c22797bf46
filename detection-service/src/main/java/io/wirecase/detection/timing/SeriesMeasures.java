package io.wirecase.detection.timing;

import io.wirecase.core.alert.Measure;
import io.wirecase.core.measure.Comb;
import io.wirecase.core.measure.Timing;
import io.wirecase.core.measure.Volume;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a series. */
final class SeriesMeasures {

    private SeriesMeasures() {}

    static List<Measure> of(SeriesState state, Timing timing, @Nullable Comb comb, @Nullable PeriodChange change) {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("starts", timing.episodes(), "starts", (double) Timing.MIN_EPISODES));
        measures.add(new Measure("span", timing.spanSeconds(), "s", null));
        if (change != null) {
            measures.add(new Measure("chance", change.p(), "probability", Series.ALPHA));
            measures.add(new Measure("periodBefore", change.before().periodSeconds(), "s", null));
            period(measures, change.after());
        } else {
            measures.add(new Measure("chance", Series.p(timing), "probability", Series.ALPHA));
            if (comb != null) {
                period(measures, comb);
            }
        }
        Volume sent = Volume.of(state.sizes());
        Double consistency = sent.consistency();
        if (consistency != null) {
            measures.add(new Measure("sizeConsistency", consistency, "share", null));
        }
        measures.add(new Measure("sentMedian", sent.median(), "bytes", null));
        measures.add(new Measure("named", (double) state.named() / state.flows(), "share", null));
        return measures;
    }

    private static void period(List<Measure> measures, Comb comb) {
        measures.add(new Measure("period", comb.periodSeconds(), "s", null));
        measures.add(new Measure("periodLow", comb.low(), "s", null));
        measures.add(new Measure("periodHigh", comb.high(), "s", null));
        measures.add(new Measure("jitter", comb.jitter(), "share", null));
        measures.add(new Measure("missed", comb.missed(), "beats", null));
        measures.add(new Measure("beats", comb.beats(), "beats", null));
    }
}
