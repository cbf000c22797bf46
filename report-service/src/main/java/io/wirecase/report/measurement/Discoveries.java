package io.wirecase.report.measurement;

import io.wirecase.core.measure.FalseDiscovery;
import io.wirecase.report.pattern.PatternKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the chances of all patterns mean together: of many series some look regular by chance.
 *
 * @param rates the rate of false discoveries at each pattern's chance; only of patterns that were tested
 * @param tested series in scope that had enough starts to be tested
 */
public record Discoveries(Map<PatternKey, Double> rates, long tested) {

    /** Of a pattern looked at by itself. */
    public static final Discoveries ALONE = new Discoveries(Map.of(), 0);

    /** Keeps its own copy of the map. */
    public Discoveries {
        rates = Map.copyOf(rates);
    }

    /**
     * Over all patterns of a report.
     *
     * @param series series in scope with enough starts, those of the patterns included
     */
    public static Discoveries of(List<Measurement> measured, long series) {
        List<Measurement> tested =
                measured.stream().filter(m -> m.timing().p() != null).toList();
        double[] p = tested.stream()
                .mapToDouble(m -> m.timing().p() == null ? 1 : m.timing().p())
                .toArray();
        double[] q = FalseDiscovery.q(p, series);
        Map<PatternKey, Double> rates = new HashMap<>();
        for (int i = 0; i < q.length; i++) {
            rates.put(tested.get(i).pattern().key(), q[i]);
        }
        return new Discoveries(rates, Math.max(series, q.length));
    }

    /** A pattern's rate, or null where it was not tested. */
    @Nullable
    Double rate(Measurement measured) {
        return rates.get(measured.pattern().key());
    }
}
