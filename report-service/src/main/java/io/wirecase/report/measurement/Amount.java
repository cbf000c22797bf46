package io.wirecase.report.measurement;

import io.wirecase.core.measure.Volume;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much one side sent a flow, at one layer.
 *
 * @param volume its statistics
 * @param mode the most frequent amount in bytes, the smallest of equals
 * @param modeFlows how many flows have exactly that amount
 */
public record Amount(Volume volume, long mode, int modeFlows) {

    /** Measures amounts. @throws IllegalArgumentException without amounts */
    static Amount of(long[] bytes) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (long amount : bytes) {
            counts.merge(amount, 1, Integer::sum);
        }
        long mode = 0;
        int most = 0;
        for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                mode = entry.getKey();
                most = entry.getValue();
            }
        }
        return new Amount(Volume.of(bytes), mode, most);
    }
}
