package io.wirecase.scenarios.exam.beacon;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Beats;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Label.Rhythm;
import io.wirecase.scenarios.exam.Stage;
import java.util.List;

/** Beacons over TLS: the delays of a program that sleeps, with jitter, with beats missing, for hours or days. */
public final class Beacons {
    private static final int HTTPS = 443;

    private Beacons() {}

    /** Rows 40 to 43. */
    public static List<Family> jittered() {
        return List.of(
                family("40-beacon", "a beacon without jitter", 0, 0, 12, 200),
                family("41-beacon-jitter-10", "a beacon with 10 % jitter", 0.1, 0, 12, 200),
                family("42-beacon-jitter-30", "a beacon with 30 % jitter", 0.3, 0, 12, 200),
                family("43-beacon-jitter-50", "a beacon with 50 % jitter", 0.5, 0, 12, 200));
    }

    /** Rows 44 to 46. */
    public static List<Family> gapped() {
        return List.of(
                family("44-beacon-missed-10", "a beacon with jitter that misses a beat in ten", 0.3, 0.1, 12, 200),
                family("45-beacon-missed-30", "a beacon with jitter that misses three beats in ten", 0.3, 0.3, 34, 200),
                family(
                        "46-beacon-missed-50",
                        "a beacon with little jitter that misses every other beat",
                        0.1,
                        0.5,
                        34,
                        200));
    }

    private static Family family(String id, String title, double jitter, double missed, int least, int most) {
        return Family.malicious(id, title, stage -> {
            double period = stage.oneOf("period", 30, 60, 300, 900, 3_600);
            double misses = stage.number("missed", missed, missed);
            double spread = stage.number("jitter", jitter, jitter);
            // Few captures are longer than two days.
            int longest = (int) Math.max(least, Math.min(most, 172_800 / period));
            int events = stage.whole("events", least, longest);
            Beats beats = Beats.sleeping(stage.chance(), events, period, spread, misses);
            play(stage, beats);
        });
    }

    /** Row 47. */
    public static Family partOfTheDay() {
        return Family.malicious("47-beacon-four-hours", "a beacon that is active four hours of a day", stage -> {
            double jitter = stage.oneOf("jitter", 0, 0.1, 0.3);
            double begin = stage.number("begin", 3_600, 60_000);
            Beats beats = Beats.sleeping(stage.chance(), 48, 300, jitter, 0).after(begin);
            play(stage, beats);
            Background.play(stage, 86_400);
        });
    }

    private static void play(Stage stage, Beats beats) {
        Host client = stage.net().local();
        int addresses = stage.whole("addresses", 1, 3);
        Name name = stage.net().name(addresses);
        Calls calls = new Calls(stage);
        int turn = 0;
        for (double beat : beats.seconds()) {
            Name now = name.turned(turn++);
            long begin = stage.at(3 + beat);
            long answered = turn == 1 || stage.chance().nextInt(3) == 0 ? stage.lookup(client, now, begin) : begin;
            Host server = stage.net().remote(now.addresses().getFirst());
            Call call = Call.of(name.text(), 380 + stage.chance().nextInt(41), 600);
            calls.call(client, server, call, answered);
        }
        stage.actor(client).expect(List.of(client), "beacon").rhythm(Rhythm.of(client, name.addresses(), HTTPS, beats));
        Background.play(stage, stage.lastSecond(), client);
    }
}
