package io.wirecase.scenarios.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Which kinds of talks begin how often. */
final class Mix {

    private final List<Kind> kinds = new ArrayList<>();
    private final double perSecond;
    private double total;

    /** An empty mix of so many new talks a second. */
    Mix(double perSecond) {
        this.perSecond = perSecond;
    }

    private record Kind(double upTo, Begin begin) {}

    /** Begins a talk. */
    interface Begin {
        Talk at(long now, SplittableRandom chance);
    }

    /** Adds a kind; shares are relative to each other. */
    Mix with(double share, Begin begin) {
        total += share;
        kinds.add(new Kind(total, begin));
        return this;
    }

    double perSecond() {
        return perSecond;
    }

    Talk draw(long now, SplittableRandom chance) {
        double drawn = chance.nextDouble() * total;
        for (Kind kind : kinds) {
            if (drawn < kind.upTo) {
                return kind.begin.at(now, chance);
            }
        }
        return kinds.getLast().begin.at(now, chance);
    }
}
