package io.wirecase.scenarios.exam.paper;

import io.wirecase.scenarios.capture.CaptureWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.SplittableRandom;

/** What a sensor does to traffic: it starts when conversations are under way, and it loses frames. */
final class Weather implements CaptureWriter {
    private final CaptureWriter out;
    private final long from;
    private final double loss;
    private final SplittableRandom chance;

    Weather(CaptureWriter out, Instant start, double loss, SplittableRandom chance) {
        this.out = out;
        this.from = start.getEpochSecond() * 1_000_000_000L + start.getNano();
        this.loss = loss;
        this.chance = chance;
    }

    @Override
    public void write(long epochNanos, byte[] kept, int originalLength) throws IOException {
        boolean lost = chance.nextDouble() < loss;
        if (epochNanos >= from && !lost) {
            out.write(epochNanos, kept, originalLength);
        }
    }

    @Override
    public void writeHalf(long epochNanos, byte[] frame) throws IOException {
        out.writeHalf(epochNanos, frame);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
