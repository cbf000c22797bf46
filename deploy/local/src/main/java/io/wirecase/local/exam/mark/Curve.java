package io.wirecase.local.exam.mark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One parameter of a family, turned step by step.
 *
 * @param id its name in files
 * @param title what it shows, for people
 * @param family the family's id
 * @param parameter the one that is turned
 * @param values in rising order
 * @param others parameters that are the same all along
 * @param counts whether the parameter is a number of events, so that the curve tells when something is seen
 */
public record Curve(
        String id,
        String title,
        String family,
        String parameter,
        List<Double> values,
        Map<String, Double> others,
        boolean counts) {

    private static final List<Double> SHARES = List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
    private static final Map<String, Double> NO_LOSS = Map.of("loss", 0.0);

    /** All there are. */
    public static final List<Curve> ALL = List.of(
            new Curve(
                    "beacon-jitter",
                    "beacons by jitter, 24 events",
                    "42-beacon-jitter-30",
                    "jitter",
                    SHARES,
                    Map.of("events", 24.0, "missed", 0.0, "loss", 0.0),
                    false),
            new Curve(
                    "beacon-missed",
                    "beacons by missed beats, 34 events, jitter 20 %",
                    "45-beacon-missed-30",
                    "missed",
                    SHARES,
                    Map.of("events", 34.0, "jitter", 0.2, "loss", 0.0),
                    false),
            new Curve(
                    "beacon-events",
                    "beacons by number of events, jitter 30 %",
                    "42-beacon-jitter-30",
                    "events",
                    List.of(6.0, 8.0, 10.0, 12.0, 16.0, 24.0, 34.0, 50.0),
                    Map.of("missed", 0.0, "loss", 0.0),
                    true),
            counted("scan-ports", "half-open scans by ports", "23-syn-scan", "ports", 5, 8, 10, 15, 20, 30, 50, 100),
            counted("sweep-targets", "sweeps by hosts", "35-share-sweep", "targets", 5, 10, 15, 20, 25, 30, 50, 100),
            counted("slow-probes", "slow scans by probes", "34-slow-scan", "probes", 5, 10, 15, 20, 25, 30, 40, 60),
            counted("guesses", "guessed passwords by tries", "39-ssh-guessing", "tries", 5, 10, 15, 20, 30, 50),
            counted(
                    "tunnel-messages",
                    "DNS tunnels by messages",
                    "52-dns-tunnel",
                    "messages",
                    20,
                    40,
                    60,
                    100,
                    150,
                    250),
            counted("refusals", "retry storms by tries", "13-retry-storm", "events", 5, 10, 20, 30, 60, 120));

    private static Curve counted(String id, String title, String family, String parameter, double... values) {
        List<Double> all = Arrays.stream(values).boxed().toList();
        return new Curve(id, title, family, parameter, all, NO_LOSS, true);
    }

    /** The given parameters of one of its steps. */
    public Map<String, Double> at(double value) {
        Map<String, Double> fixed = new HashMap<>(others);
        fixed.put(parameter, value);
        return fixed;
    }
}
