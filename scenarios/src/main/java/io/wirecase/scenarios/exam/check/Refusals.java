package io.wirecase.scenarios.exam.check;

import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Beats;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Label.Rhythm;
import java.util.List;

/** What asks one endpoint again and again in vain: misconfiguration, never a scan. */
public final class Refusals {
    private static final int[] PORTS = {80, 443, 445, 3306, 5432, 6379, 8080, 9200, 9100};

    private Refusals() {}

    /** Row 13. */
    public static Family storm() {
        return Family.benign("13-retry-storm", "one port tried hundreds of times, refused each time", stage -> {
            Host client = stage.net().local();
            Host server = stage.chance().nextBoolean()
                    ? stage.net().local()
                    : stage.net().remote();
            int port = PORTS[stage.chance().nextInt(PORTS.length)];
            int events = stage.whole("events", 120, 500);
            double every = stage.number("every", 1, 5);
            String how = stage.word("how", "steady", "backing-off");
            Calls calls = new Calls(stage);
            double second = 2;
            double gap = every;
            for (int i = 0; i < events; i++) {
                calls.connection(client, server, port, stage.at(second))
                        .refused(client.stack().synWindow());
                second += gap * (0.95 + 0.1 * stage.chance().nextDouble());
                gap = how.equals("steady") || gap > 60 ? every : gap * 2;
            }
            stage.actor(client).expect(List.of(client, server), "refused_retry").allow("beacon");
            Background.play(stage, stage.lastSecond(), client);
        });
    }

    /** Row 14. */
    public static Family stale() {
        return Family.benign("14-stale-endpoint", "a job every 5 min asks a server that is gone", stage -> {
            Host client = stage.net().local();
            Host server = stage.chance().nextBoolean()
                    ? stage.net().local()
                    : stage.net().remote();
            int port = PORTS[stage.chance().nextInt(PORTS.length)];
            int events = stage.whole("events", 24, 96);
            Calls calls = new Calls(stage);
            Beats beats = Beats.anchored(stage.chance(), events, 300, 1.5, 0);
            for (double beat : beats.seconds()) {
                calls.connection(client, server, port, stage.at(3 + beat))
                        .refused(client.stack().synWindow());
            }
            stage.actor(client)
                    .expect(List.of(client, server), "refused_retry")
                    .allow("beacon")
                    .rhythm(Rhythm.of(client, List.of(server.address()), port, beats));
            Background.play(stage, stage.lastSecond(), client);
        });
    }
}
