package io.wirecase.scenarios.bulk;

import java.util.SplittableRandom;

/** Begins talks of a mix until its time is over; those begun then go on to their end. */
final class Arrivals extends Talk {

    private final Mix mix;
    private final SplittableRandom chance;
    private final long end;

    Arrivals(Mix mix, long seed, long end) {
        super(0);
        this.mix = mix;
        this.chance = new SplittableRandom(seed);
        this.end = end;
    }

    @Override
    long step(long now, Agenda agenda) {
        // Each talk has chance of its own, so that the draws of one never shift another's.
        agenda.add(mix.draw(now, chance.split()));
        long next = now + Times.poisson(chance, (double) Times.SECOND / mix.perSecond());
        return next < end ? next : OVER;
    }
}
