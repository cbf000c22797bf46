package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The benchmark captures. */
public enum Bulk {
    /** A campus: about 1 GiB, 1.5 million packets, 50 thousand flows in twenty minutes. */
    CAMPUS(
            "bulk-campus",
            "a campus of 4,000 hosts: web, calls, mail, shells, downloads, some tunnels and fragments",
            1200) {
        @Override
        Mix mix(Population people) {
            return CampusMix.of(people);
        }
    },
    /** Very many short flows: about 500 MB, 2.8 million packets, 900 thousand flows in half an hour. */
    FLOWS("bulk-flows", "very many short flows: lookups, scans, small requests", 1800) {
        @Override
        Mix mix(Population people) {
            return ShortFlowsMix.of(people);
        }
    };

    private final String title;
    private final String why;
    private final double seconds;

    Bulk(String title, String why, double seconds) {
        this.title = title;
        this.why = why;
        this.seconds = seconds;
    }

    abstract Mix mix(Population people);

    /** Its name, as people type it. */
    public String title() {
        return title;
    }

    /** One line: what is in it. */
    public String why() {
        return why;
    }

    /** The one with this name. */
    public static Optional<Bulk> named(String title) {
        return List.of(values()).stream()
                .filter(bulk -> bulk.title.equals(title))
                .findFirst();
    }

    /** All names. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(Bulk::title).toList();
    }

    /**
     * Writes a capture. A longer one goes on in the same way: its first part is the shorter one but for conversations
     * that the shorter one's end cut off.
     *
     * @param file replaced when it is there
     * @param seed decides everything but the times' origin
     * @param start time of the first conversations
     * @param scale how many times as long as usual, above 0
     */
    public void write(Path file, CaptureFormat format, long seed, Instant start, double scale) throws IOException {
        try (CaptureWriter out = CaptureWriter.open(Files.newOutputStream(file), format)) {
            write(out, seed, start, scale);
        }
    }

    /** Writes its frames; does not close the writer. */
    public void write(CaptureWriter out, long seed, Instant start, double scale) throws IOException {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("a scale is above 0, not " + scale);
        }
        long origin = Math.addExact(Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L), start.getNano());
        Agenda agenda = new Agenda((at, frame) -> out.write(origin + at, frame));
        agenda.add(new Arrivals(mix(new Population(seed)), seed, Times.seconds(seconds * scale)));
        agenda.run();
    }
}
