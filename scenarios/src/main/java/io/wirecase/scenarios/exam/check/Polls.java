package io.wirecase.scenarios.exam.check;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Beats;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Label.Rhythm;
import io.wirecase.scenarios.exam.Stage;
import java.util.List;

/** Clocks, monitoring, and people who only look regular. */
public final class Polls {
    private static final int HTTPS = 443;
    private static final int[] SERVICES = {22, 443, 5666, 9100, 10050};

    private Polls() {}

    /** Row 7. */
    public static Family clocks() {
        return Family.benign("07-time", "a clock set every 32 s at first, then less often, for a day", stage -> {
            Host client = stage.net().local();
            Name name = stage.net().name(4);
            double longest = stage.oneOf("longest", 1_024, 2_048);
            double gap = stage.oneOf("first", 32, 64);
            double second = 3;
            while (second < 86_400) {
                Host server = stage.net().remote(name.addresses().getFirst());
                long at = stage.at(second);
                stage.datagrams().time(client, server, at);
                second += gap + 0.3 * stage.chance().nextDouble();
                gap = Math.min(longest, stage.chance().nextInt(3) == 0 ? gap * 2 : gap);
            }
            stage.actor(client).allow("beacon");
            Background.play(stage, stage.lastSecond(), client);
        });
    }

    /** Row 15: the twin of a slow scan. */
    public static Family monitoring() {
        return Family.benign("15-monitoring", "a poller asks up to 40 hosts on five ports every few minutes", stage -> {
            Host poller = stage.net().local();
            List<Host> hosts = stage.net().locals(stage.whole("hosts", 15, 40));
            double period = stage.oneOf("period", 60, 120, 300);
            int rounds = stage.whole("rounds", 4, 8);
            Calls calls = new Calls(stage);
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < hosts.size(); i++) {
                    int port = SERVICES[i % SERVICES.length];
                    double second = 2 + round * period + period * i / hosts.size();
                    TcpConnection poll = calls.connection(poller, hosts.get(i), port, stage.at(second));
                    poll.open()
                            .ask(calls.bytes(60 + i))
                            .answer(calls.bytes(150 + i))
                            .received();
                    poll.close();
                }
            }
            stage.actor(poller).allow("beacon");
            Background.play(stage, stage.lastSecond());
        });
    }

    /** Row 74: ten people a capture. */
    public static Family diurnal() {
        return Family.benign("74-diurnal", "people chat by day, at random, for some days", stage -> {
            int days = stage.whole("days", 2, 4);
            for (int i = 0; i < 8; i++) {
                series(stage, Beats.diurnal(stage.chance(), stage.chance().nextInt(24, 120), days));
            }
            Background.play(stage, days * 86_400.0);
        });
    }

    /** Random calls of constant size, ten series a capture: what a yardstick without a null model calls a beacon. */
    public static Family poisson() {
        return Family.benign("76-poisson", "calls of constant size at random times", stage -> {
            for (int i = 0; i < 10; i++) {
                int events = stage.chance().nextInt(12, 120);
                double mean = 20 * Math.pow(30, stage.chance().nextDouble());
                series(stage, Beats.random(stage.chance(), events, mean));
            }
            Background.play(stage, stage.lastSecond());
        });
    }

    private static void series(Stage stage, Beats beats) {
        Host client = stage.net().local();
        Name name = stage.net().name(1);
        Host server = stage.net().remote(name.addresses().getFirst());
        Calls calls = new Calls(stage);
        int up = 200 + stage.chance().nextInt(400);
        for (double second : beats.seconds()) {
            long begin = stage.at(3 + second);
            calls.call(client, server, new Call(name.text(), HTTPS, up, 500, false), begin);
        }
        stage.actor(client).rhythm(Rhythm.of(client, name.addresses(), HTTPS, beats));
    }
}
