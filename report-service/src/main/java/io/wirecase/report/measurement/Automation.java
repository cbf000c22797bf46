package io.wirecase.report.measurement;

import io.wirecase.core.measure.Timing;
import io.wirecase.core.measure.TimingClass;
import io.wirecase.core.measure.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether software on its own or a person started the flows, and by which marks. A mark is something a person at a
 * screen does not do: keep a period, send the same amounts each time, say the same request each time, or open many
 * targets within a second each. Silence of all marks shows nothing.
 *
 * @param verdict what follows from the marks
 * @param marks names of the claims that show them (see {@link PatternFacts})
 */
public record Automation(Verdict verdict, List<String> marks) {

    /** So many targets in so short a time: nobody types that. */
    private static final int MANY_TARGETS = 25;

    private static final double SECONDS_A_TARGET = 1;
    private static final double NEARLY_ALL = 0.9;

    /** Keeps its own copy of the list. */
    public Automation {
        marks = List.copyOf(marks);
    }

    /** What follows from the marks. */
    public enum Verdict {
        /** Too few starts to look for a mark. */
        NOT_MEASURABLE,
        /** No mark: a person or a program, the data does not say. */
        NOT_SHOWN,
        /** The same each time, without a period. */
        TEMPLATED,
        /** A period, or more targets in a short time than a person opens. */
        AUTOMATED;

        /** The word in reports. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** The verdict on a measurement. */
    public static Automation of(Measurement measured) {
        Measurement.Shape shape = measured.shape();
        if (shape == null) {
            return new Automation(Verdict.NOT_MEASURABLE, List.of());
        }
        List<String> marks = new ArrayList<>();
        boolean paced = paced(measured);
        if (measured.timing().type().periodic()) {
            marks.addAll(List.of("class", "period", "jitter"));
        }
        if (paced) {
            marks.addAll(List.of("serverEnds", "span"));
        }
        boolean automated = !marks.isEmpty();
        boolean sameSize = shape.volumes().alike();
        boolean sameRequest = measured.http().requests() >= Volume.MIN_N
                && measured.http().commonRequest()
                        >= NEARLY_ALL * measured.http().requests();
        if (sameSize) {
            marks.addAll(List.of("upPayloadAlike", "downPayloadAlike"));
        }
        if (sameRequest) {
            marks.addAll(List.of("commonRequest", "requests"));
        }
        if (automated) {
            return new Automation(Verdict.AUTOMATED, marks);
        }
        TimingClass type = measured.timing().type();
        if (sameSize || sameRequest || type == TimingClass.REGULAR_APERIODIC || type == TimingClass.NTP_LIKE) {
            marks.add("class");
            return new Automation(Verdict.TEMPLATED, marks);
        }
        boolean enough = measured.timing().episodes() >= Timing.MIN_EPISODES;
        return new Automation(enough ? Verdict.NOT_SHOWN : Verdict.NOT_MEASURABLE, List.of("class", "episodes"));
    }

    private static boolean paced(Measurement measured) {
        long ends = measured.flows().stream()
                .map(f -> f.key().responder())
                .distinct()
                .count();
        double seconds = (measured.lastNanos() - measured.firstNanos()) / 1e9;
        return ends >= MANY_TARGETS && seconds <= ends * SECONDS_A_TARGET;
    }
}
