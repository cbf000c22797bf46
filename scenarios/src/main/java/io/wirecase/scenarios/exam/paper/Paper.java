package io.wirecase.scenarios.exam.paper;

import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.conversation.Scene;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One question: an instance of a family.
 *
 * @param family its family
 * @param seed what it is drawn from
 * @param fixed parameters that are given, not drawn
 * @param group what it is asked for: its family's table, or a curve
 */
public record Paper(Family family, long seed, Map<String, Double> fixed, String group) {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int WEEKS = 8;
    private static final double[] LOSSES = {0, 0, 0.01, 0.05};

    /** Keeps its own copy. */
    public Paper {
        fixed = Map.copyOf(fixed);
    }

    /** A name no other has. */
    public String name() {
        StringBuilder name = new StringBuilder(family.id());
        fixed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> name.append('_').append(each.getKey()).append(each.getValue()));
        return name.append("_s").append(seed).toString();
    }

    /** Writes it as a capture; the same paper gives the same bytes. */
    public Label write(Path file) throws IOException {
        long mixed = seed * 0x9e3779b97f4a7c15L + family.id().hashCode();
        // Steps of two curves may be alike; at another time they are other captures.
        long asked = fixed.isEmpty() ? 0 : group.hashCode();
        SplittableRandom chance = new SplittableRandom(mixed + asked);
        Instant start =
                MONDAY.plusSeconds(chance.nextLong(WEEKS * 7 * 86_400L)).plusNanos(chance.nextLong(1_000_000_000));
        Scene scene = new Scene(mixed, start);
        Stage stage = new Stage(scene, fixed);
        family.play().on(stage);
        double loss = fixed.getOrDefault("loss", LOSSES[chance.nextInt(LOSSES.length)]);
        try (CaptureWriter out = CaptureWriter.open(Files.newOutputStream(file), CaptureFormat.PCAP_NANO)) {
            scene.writeTo(new Weather(out, start, loss, chance));
        }
        stage.note("loss", Double.toString(loss));
        return stage.label();
    }
}
