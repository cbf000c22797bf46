package io.wirecase.report.measurement;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.DataSource;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.ExchangeMatch;
import io.wirecase.report.pattern.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a pattern's exchanges compare with the model of a known one.
 *
 * @param service the model's id
 * @param title the model's name for readers
 * @param source where the model comes from
 * @param compared exchanges compared with it
 * @param whole those that match it wholly
 * @param partial those that break nothing but were not seen whole
 * @param breaks those that break it, in time order
 */
public record Exchanges(
        String service, String title, DataSource source, int compared, int whole, int partial, List<Break> breaks) {

    /** Keeps its own copy of the list. */
    public Exchanges {
        breaks = List.copyOf(breaks);
    }

    /** The comparison with the model most of the alerts name, or null when none names one. */
    static @Nullable Exchanges of(Pattern pattern) {
        List<EnrichedAlert> matched = pattern.alerts().stream()
                .filter(a -> a.exchange() != null && a.alert().evidence().flow() != null)
                .toList();
        if (matched.isEmpty()) {
            return null;
        }
        ExchangeMatch model = mostFrequent(matched);
        int ordinal = 0;
        int whole = 0;
        List<Break> breaks = new ArrayList<>();
        for (EnrichedAlert alert : matched) {
            ExchangeMatch match = alert.exchange();
            Flow flow = alert.alert().evidence().flow();
            if (match == null || flow == null || !match.service().equals(model.service())) {
                continue;
            }
            ordinal++;
            if (!match.broken().isEmpty()) {
                breaks.add(new Break(ordinal, alert, flow, match.broken()));
            } else if (match.whole()) {
                whole++;
            }
        }
        int partial = ordinal - whole - breaks.size();
        return new Exchanges(model.service(), model.title(), model.source(), ordinal, whole, partial, breaks);
    }

    private static ExchangeMatch mostFrequent(List<EnrichedAlert> matched) {
        ExchangeMatch best = null;
        long most = 0;
        for (EnrichedAlert alert : matched) {
            ExchangeMatch match = alert.exchange();
            if (match == null) {
                continue;
            }
            long n = matched.stream()
                    .map(EnrichedAlert::exchange)
                    .filter(m -> m != null && m.service().equals(match.service()))
                    .count();
            if (n > most) {
                most = n;
                best = match;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no exchange was compared");
        }
        return best;
    }

    /**
     * An exchange that is not what the model says.
     *
     * @param ordinal its place among the exchanges compared, from 1
     * @param alert its alert
     * @param flow its flow
     * @param checks what does not hold
     */
    public record Break(int ordinal, EnrichedAlert alert, Flow flow, List<ExchangeMatch.Check> checks) {}
}
