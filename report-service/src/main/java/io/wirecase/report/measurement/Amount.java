package io.wirecase.report.measurement;

import io.wirecase.core.measure.Volume;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much one side sent a flow, at one layer.
 *
 * @param volume its statistics
 * @param mode the most frequent amount in bytes, the smallest of equals
 * @param modeFlows how many flows have exactly that amount
 * @param alike how many flows have an amount within {@link #TOLERANCE} of the median
 */
public record Amount(Volume volume, long mode, int modeFlows, int alike) {

    /** How far from the median, as a share of it, an amount still is about the same. */
    public static final double TOLERANCE = 0.05;

    private static final double NEARLY_ALL = 0.9;

    /** Whether nearly all flows have about the same amount; never with fewer than {@link Volume#MIN_N}. */
    public boolean same() {
        return volume.n() >= Volume.MIN_N && alike >= NEARLY_ALL * volume.n();
    }

    /** The range as a share of its middle, {@code (max - min) / ((max + min) / 2)}, 0 to 2; 0 when all is 0. */
    public double range() {
        double middle = (volume.max() + volume.min()) / 2.0;
        return middle == 0 ? 0 : (volume.max() - volume.min()) / middle;
    }

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
        Volume volume = Volume.of(bytes);
        double reach = TOLERANCE * volume.median();
        long alike = Arrays.stream(bytes)
                .filter(b -> Math.abs(b - volume.median()) <= reach)
                .count();
        return new Amount(volume, mode, most, (int) alike);
    }
}
