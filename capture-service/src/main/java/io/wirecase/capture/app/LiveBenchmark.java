package io.wirecase.capture.app;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.live.LiveSensors;
import io.wirecase.capture.live.LiveSettings;
import io.wirecase.capture.live.LiveSurroundings;
import io.wirecase.capture.live.SensorState;
import io.wirecase.capture.out.RehearsedOutlet;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.store.ArchiveLimits;
import io.wirecase.capture.store.FilePacketArchive;
import io.wirecase.core.wire.Ids;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * What live capture stands: {@code IFACE FOLDER [BUFFER_BYTES]} listens as a sensor does, keeps the packets in FOLDER,
 * makes flows and encodes them as they travel, until a line or the end comes on standard input. Then it says how many
 * packets it read, how many the kernel lost and what that cost. A line {@code reset} on standard input says it as well
 * and goes on. {@code deploy/benchmark/live-rate.sh} raises the rate with it.
 */
public final class LiveBenchmark {

    private static final int USAGE = 64;
    private static final int REFUSED = 1;
    private static final int PARTITIONS = 6;
    private static final long KEPT_BYTES = 1L << 30;
    private static final double NANOS = 1e9;

    private LiveBenchmark() {}

    /** Runs and exits: 0 done, 1 when the interface cannot be listened on, 64 usage. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            System.err.println("usage: IFACE FOLDER [BUFFER_BYTES]");
            System.exit(USAGE);
        }
        int buffer = arguments.length > 2 ? Integer.parseInt(arguments[2]) : LiveSettings.USUAL_BUFFER;
        System.exit(run(arguments[0], Path.of(arguments[1]), buffer, System.out));
    }

    private static int run(String networkInterface, Path folder, int buffer, PrintStream out)
            throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        ArchiveLimits limits = new ArchiveLimits(KEPT_BYTES, Duration.ofDays(1), 0);
        CaptureIdentity identity =
                new CaptureIdentity(Ids.named("benchmark", networkInterface), 1, "benchmark", "benchmark");
        RehearsedOutlet outlet = new RehearsedOutlet(identity, PARTITIONS);
        var around = new LiveSurroundings(
                FlowSettings.DEFAULT,
                outlet,
                outlet,
                new FilePacketArchive(folder, limits, clock),
                new Tallies(),
                clock);
        LiveSettings settings = new LiveSettings(
                networkInterface,
                "benchmark",
                LiveSettings.sensorName(networkInterface),
                "",
                LiveSettings.MAX_SNAP_LENGTH,
                buffer,
                true,
                false);
        try (LiveSensors sensors = new LiveSensors(around, () -> {})) {
            return switch (sensors.start(settings)) {
                case LiveSensors.Refused(var refusal) -> {
                    out.println(refusal.reason());
                    yield REFUSED;
                }
                case LiveSensors.Started(SensorState sensor) -> {
                    out.println("listening");
                    listen(sensors, sensor.name(), out);
                    yield 0;
                }
            };
        }
    }

    private static void listen(LiveSensors sensors, String name, PrintStream out)
            throws IOException, InterruptedException {
        boolean goesOn = true;
        while (goesOn) {
            List<String> line = read();
            goesOn = line.equals(List.of("reset"));
            (goesOn ? sensors.find(name) : sensors.stop(name)).ifPresent(sensor -> tell(sensor, out));
        }
    }

    private static void tell(SensorState sensor, PrintStream out) {
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        out.printf(
                Locale.ROOT,
                "read %d, lost by the kernel %d, by the interface %d, not kept %d, flows %d,"
                        + " %.2f s of processor time%n",
                sensor.seen().packets(),
                sensor.seen().droppedByKernel(),
                sensor.seen().droppedByInterface(),
                sensor.seen().unrecorded(),
                sensor.seen().flows(),
                cpu.toNanos() / NANOS);
    }

    /** The next line's words, or nothing at the end. */
    private static List<String> read() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = System.in.read();
        while (next >= 0 && next != '\n') {
            line.append(new String(new byte[] {(byte) next}, StandardCharsets.US_ASCII));
            next = System.in.read();
        }
        return line.isEmpty() ? List.of() : List.of(line.toString().split(" "));
    }
}
