package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.client.FrontDoorException;
import io.wirecase.local.client.Sensors;
import io.wirecase.local.stack.PartFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One run of {@code listen}: start a sensor, tell how it does, stop it, report on what it saw. */
final class Listening {

    private static final long LOOK_MILLIS = 1_000;
    private static final double MILLIS_OF_SECOND = 1_000;
    /** Answers that speak of what was asked for; others speak of this machine. */
    private static final int BAD_REQUEST = 400;

    private static final String ENDED = "ENDED";

    private final Context context;
    private final Terminal terminal;
    private final Wish wish;
    private final ObjectNode wanted;
    private final @Nullable Duration time;

    Listening(Context context, Wish wish, ObjectNode wanted, @Nullable Duration time) {
        this.context = context;
        this.terminal = context.terminal();
        this.wish = wish;
        this.wanted = wanted;
        this.time = time;
    }

    int run() throws IOException, InterruptedException, PartFailedException {
        try (Session session = Session.open(context, false)) {
            Sensors sensors = new Sensors(session.frontDoor(), context.home().keyFile());
            JsonNode started;
            try {
                started = sensors.start(wanted);
            } catch (FrontDoorException refused) {
                terminal.note("wirecase: " + PlainText.of(String.valueOf(refused.getMessage())));
                return refused.status() == BAD_REQUEST ? ExitCode.USAGE : ExitCode.NOTHING_READABLE;
            }
            JsonNode ended = listen(sensors, started.path("name").asText());
            FrontDoor door = new FrontDoor(session.frontDoor(), context.home().keyFile());
            return report(door, ended);
        }
    }

    /** Listens until asked to end; however this process ends, the sensor does too. */
    private JsonNode listen(Sensors sensors, String name) throws IOException, InterruptedException {
        AtomicBoolean stopped = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(sensors, name, stopped), "stop-sensor"));
        try (Interrupt interrupt = Interrupt.caught()) {
            terminal.step("listening on "
                    + PlainText.of(wanted.path("networkInterface").asText()));
            long begun = System.nanoTime();
            long end = time == null ? Long.MAX_VALUE : time.toMillis();
            JsonNode before = sensors.look(name);
            boolean asked = false;
            long millis = 0;
            while (!asked && millis < end && !ENDED.equals(before.path("state").asText())) {
                asked = interrupt.await(Math.min(LOOK_MILLIS, end - millis));
                JsonNode now = sensors.look(name);
                long later = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                tell(before, now, later - millis, end - later);
                before = now;
                millis = later;
            }
            terminal.step("ending what is open");
            JsonNode last = sensors.stop(name);
            stopped.set(true);
            return last;
        }
    }

    private void tell(JsonNode before, JsonNode now, long millis, long left) {
        long packets = now.path("packets").asLong();
        double rate = (packets - before.path("packets").asLong()) / Math.max(1, millis) * MILLIS_OF_SECOND;
        String line = String.format(
                Locale.ROOT,
                "listening on %s: %,d packets (%,.0f/s), %,d flows, %,d lost",
                PlainText.of(now.path("networkInterface").asText()),
                packets,
                rate,
                now.path("flows").asLong(),
                lost(now));
        terminal.live(time == null ? line + "; Ctrl-C ends it" : line + ", " + Math.max(0, left / 1_000) + " s left");
    }

    private int report(FrontDoor door, JsonNode sensor) throws IOException, InterruptedException, PartFailedException {
        List<String> captures = new ArrayList<>();
        Reading reading = new Reading(door, terminal, wish.site());
        for (JsonNode capture : sensor.path("captures")) {
            reading.await(capture.asText(), "waiting for the last flows");
            captures.add(capture.asText());
        }
        terminal.note(String.format(
                Locale.ROOT,
                "%,d packets in %,d flows; the kernel lost %,d, the interface %,d",
                sensor.path("packets").asLong(),
                sensor.path("flows").asLong(),
                sensor.path("droppedByKernel").asLong(),
                sensor.path("droppedByInterface").asLong()));
        boolean byItself = sensor.hasNonNull("failure");
        if (byItself) {
            terminal.note("The sensor ended by itself: "
                    + PlainText.of(sensor.path("failure").asText()));
        }
        if (captures.isEmpty()) {
            terminal.note("Nothing was seen; there is no report.");
            return ExitCode.NOTHING_READABLE;
        }
        int code = new Analysis(context, wish).reportOn(door, captures);
        return code == ExitCode.DONE && byItself ? ExitCode.SOME_UNREADABLE : code;
    }

    private static long lost(JsonNode sensor) {
        return sensor.path("droppedByKernel").asLong()
                + sensor.path("droppedByInterface").asLong();
    }

    private static void leave(Sensors sensors, String name, AtomicBoolean stopped) {
        try {
            if (!stopped.get()) {
                sensors.stop(name);
            }
        } catch (IOException gone) {
            // The stack ends at the same moment when nobody else uses it, and its sensors with it.
            System.getLogger(Listening.class.getName()).log(System.Logger.Level.DEBUG, "not stopped", gone);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
