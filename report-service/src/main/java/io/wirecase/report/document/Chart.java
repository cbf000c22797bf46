package io.wirecase.report.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of numbers. Whatever is read in it is a sentence or a cell of the document, which the gates see; the plain
 * numbers beside them only say where to draw. A renderer draws it and lists the same numbers as a table.
 */
public sealed interface Chart extends Block {

    /** What it shows. */
    Prose title();

    /** What is to be seen in it, for who cannot see it. */
    Prose inWords();

    /** Every label and value in it, in reading order. */
    List<Prose> shown();

    /** The names of its units, axes and sides. */
    default List<Prose> names() {
        return List.of();
    }

    /** "Shown n of N", or null when nothing was cut. */
    default @Nullable Prose cut() {
        return null;
    }

    /**
     * A score on a scale of 0 to 100.
     *
     * @param score where the needle stands; what lies outside the scale is drawn at its end
     * @param value the score as it is read
     * @param bands the parts of the scale, from low to high
     */
    record Gauge(Prose title, double score, Prose value, List<Band> bands, Prose inWords) implements Chart {
        /** Keeps its own copy of the list. */
        public Gauge {
            bands = List.copyOf(bands);
        }

        @Override
        public List<Prose> shown() {
            List<Prose> all = new ArrayList<>(List.of(value));
            bands.forEach(band -> all.add(band.label()));
            return all;
        }
    }

    /** A part of a gauge's scale, {@code from} to {@code to} of 0 to 100. */
    record Band(Prose label, double from, double to) {}

    /**
     * A bar for each of several things, the longest first or in an order that means something.
     *
     * @param unit what the values count
     */
    record Bars(
            Prose title,
            Prose unit,
            List<Bar> bars,
            Prose inWords,
            @Nullable Prose cut) implements Chart {
        /** Keeps its own copy of the list. */
        public Bars {
            bars = List.copyOf(bars);
        }

        @Override
        public List<Prose> names() {
            return List.of(unit);
        }

        @Override
        public List<Prose> shown() {
            List<Prose> all = new ArrayList<>();
            bars.forEach(bar -> all.addAll(List.of(bar.label(), bar.shown())));
            return all;
        }
    }

    /** A bar. @param shown the value as it is read */
    record Bar(Prose label, Prose shown, double value) {}

    /** What happened when, in the order of time. */
    record Timeline(
            Prose title,
            List<Event> events,
            Prose inWords,
            @Nullable Prose cut) implements Chart {
        /** Keeps its own copy of the list. */
        public Timeline {
            events = List.copyOf(events);
        }

        @Override
        public List<Prose> shown() {
            List<Prose> all = new ArrayList<>();
            events.forEach(event -> all.addAll(List.of(event.shown(), event.label())));
            return all;
        }
    }

    /** An event. @param label what happened; @param shown when, as it is read; @param seconds since the first event */
    record Event(Prose label, Prose shown, double seconds) {}

    /**
     * How often which values occur.
     *
     * @param axis what the values are, with their unit
     * @param bins from low to high
     * @param mark a value marked among them, for example the fitted period, or null for none
     */
    record Histogram(
            Prose title,
            Prose axis,
            List<Bin> bins,
            @Nullable Mark mark,
            Prose inWords) implements Chart {
        /** Keeps its own copy of the list. */
        public Histogram {
            bins = List.copyOf(bins);
        }

        @Override
        public List<Prose> names() {
            return List.of(axis);
        }

        @Override
        public List<Prose> shown() {
            List<Prose> all = new ArrayList<>();
            bins.forEach(bin -> all.addAll(List.of(bin.label(), bin.shown())));
            if (mark != null) {
                all.add(mark.label());
            }
            return all;
        }
    }

    /** A bin, {@code from} inclusive to {@code to} exclusive. @param label its range as it is read */
    record Bin(Prose label, double from, double to, Prose shown, double count) {}

    /** A marked value of a histogram's axis. */
    record Mark(Prose label, double position) {}

    /**
     * Two values for each of several things, drawn against each other: for example bytes each way.
     *
     * @param unit what the values count
     * @param first what the first values are, for example "client to server"
     * @param second what the second values are
     */
    record Pairs(
            Prose title,
            Prose unit,
            Prose first,
            Prose second,
            List<Pair> pairs,
            Prose inWords,
            @Nullable Prose cut) implements Chart {
        /** Keeps its own copy of the list. */
        public Pairs {
            pairs = List.copyOf(pairs);
        }

        @Override
        public List<Prose> names() {
            return List.of(unit, first, second);
        }

        @Override
        public List<Prose> shown() {
            List<Prose> all = new ArrayList<>();
            pairs.forEach(pair -> all.addAll(List.of(pair.label(), pair.firstShown(), pair.secondShown())));
            return all;
        }
    }

    /** Two values of one thing, each as it is read and as it is drawn. */
    record Pair(Prose label, Prose firstShown, double first, Prose secondShown, double second) {}
}
