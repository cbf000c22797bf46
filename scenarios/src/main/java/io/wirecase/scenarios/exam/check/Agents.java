package io.wirecase.scenarios.exam.check;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.conversation.Tls;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Beats;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Label.Rhythm;
import java.util.List;

/** Programs that report, listen and reconnect by the clock, with their owner's blessing. */
public final class Agents {
    private static final int HTTPS = 443;
    private static final int ENOUGH = 8;

    private Agents() {}

    /** Row 51: the twin of a beacon. */
    public static Family internalAgent() {
        return Family.benign(
                "51-own-agent", "an agent of the house calls its own server by an internal authority", stage -> {
                    Host client = stage.net().local();
                    Host server = stage.net().local();
                    int events = stage.whole("events", 12, 60);
                    double period = stage.oneOf("period", 30, 60, 300, 900);
                    double jitter = stage.oneOf("jitter", 0, 0.1, 0.3, 0.5);
                    Calls calls = new Calls(stage);
                    Name name = Name.of("agent." + stage.net().domain(), List.of(server.address()), 600);
                    byte[] certificate = calls.certificate(name.text());
                    Beats beats = Beats.sleeping(stage.chance(), events, period, jitter, 0);
                    for (double beat : beats.seconds()) {
                        long begin = stage.lookup(client, name, stage.at(3 + beat));
                        Call call = Call.of(name.text(), 380 + stage.chance().nextInt(41), 600);
                        calls.seen(client, server, call, certificate, begin);
                    }
                    stage.actor(client)
                            .allow("beacon")
                            .rhythm(Rhythm.of(client, List.of(server.address()), HTTPS, beats));
                    Background.play(stage, stage.lastSecond(), client);
                });
    }

    /** Row 19. */
    public static Family push() {
        return Family.benign("19-push-keep-alive", "a push service renews its connection every 15 to 28 min", stage -> {
            Host phone = stage.net().local();
            int events = stage.whole("events", 8, 24);
            double period = stage.number("period", 900, 1_680);
            Name name = stage.net().name(4);
            Calls calls = new Calls(stage);
            int turn = 0;
            Beats beats = Beats.sleeping(stage.chance(), events, period, 0.02, 0);
            for (double beat : beats.seconds()) {
                Name now = name.turned(turn++);
                long begin = stage.lookup(phone, now, stage.at(3 + beat));
                calls.call(
                        phone,
                        stage.net().remote(now.addresses().getFirst()),
                        new Call(name.text(), HTTPS, 120, 180, true),
                        begin);
            }
            stage.actor(phone).allow("beacon").rhythm(Rhythm.of(phone, name.addresses(), HTTPS, beats));
            Background.play(stage, stage.lastSecond(), phone);
        });
    }

    /** Row 75. */
    public static Family longPoll() {
        return Family.benign("75-long-poll", "a chat program's long poll, made anew every 60 to 90 s", stage -> {
            Host client = stage.net().local();
            int events = stage.whole("events", 30, 90);
            double period = stage.number("period", 60, 90);
            Name name = stage.net().name(3);
            Calls calls = new Calls(stage);
            Host server = stage.net().remote(name.addresses().getFirst());
            stage.lookup(client, name, stage.at(2));
            Beats beats = Beats.sleeping(stage.chance(), events, period, 0.05, 0);
            for (double beat : beats.seconds()) {
                long begin = stage.at(3 + beat);
                TcpConnection poll = calls.opened(client, server, new Call(name.text(), HTTPS, 200, 200, true), begin);
                poll.ask(Tls.sealed(stage.chance(), 240));
                poll.pause((long) (period * 0.8e9));
                poll.answer(Tls.sealed(stage.chance(), 90 + stage.chance().nextInt(300)))
                        .received();
                poll.close();
            }
            stage.actor(client).allow("beacon").rhythm(Rhythm.of(client, name.addresses(), HTTPS, beats));
            Background.play(stage, stage.lastSecond(), client);
        });
    }

    /** Row 20. */
    public static Family telemetry() {
        return Family.suspicious(
                "20-telemetry", "a device reports every minute over TLS with a certificate of its own", stage -> {
                    Host device = stage.net().local();
                    Host hub = stage.net().local();
                    int events = stage.whole("events", 30, 90);
                    Calls calls = new Calls(stage);
                    byte[] certificate = Certificates.selfSigned(stage, "hub");
                    Beats beats = Beats.sleeping(stage.chance(), events, 60, 0.03, 0);
                    for (double beat : beats.seconds()) {
                        Call call =
                                new Call("hub.local", 8883, 180 + stage.chance().nextInt(40), 60, false);
                        calls.seen(device, hub, call, certificate, stage.at(3 + beat));
                    }
                    stage.actor(device)
                            .allow("beacon")
                            .expect(List.of(device, hub), "tls_selfsigned_certificate")
                            .rhythm(Rhythm.of(device, List.of(hub.address()), 8883, beats));
                    Background.play(stage, stage.lastSecond());
                });
    }

    /** Row 22. */
    public static Family developer() {
        return Family.benign("22-developer", "a developer's server with a certificate of its own on 8443", stage -> {
            Host client = stage.net().local();
            Host server = stage.net().local();
            int visits = stage.whole("visits", 3, 12);
            Calls calls = new Calls(stage);
            byte[] certificate = Certificates.selfSigned(stage, "dev");
            for (double second : Beats.random(stage.chance(), visits, 240).seconds()) {
                Call call = new Call("dev.local", 8443, 420, 2_000, true);
                calls.seen(client, server, call, certificate, stage.at(4 + second));
            }
            stage.actor(client).expect(List.of(client, server), "tls_selfsigned_certificate");
            Background.play(stage, Math.max(900, stage.lastSecond()), client);
        });
    }

    /** Row 6. */
    public static Family updates() {
        return Family.benign("06-updates", "package lists twice a day at random hours", stage -> {
            Host desk = stage.net().local();
            int days = stage.whole("days", 1, 3);
            Name name = stage.net().name(4);
            Calls calls = new Calls(stage);
            for (int i = 0; i < 2 * days; i++) {
                double second = 43_200 * (i + stage.chance().nextDouble());
                long begin = stage.lookup(desk, name, stage.at(second));
                for (int k = 0; k < ENOUGH; k++) {
                    Host server = stage.net().remote(name.addresses().get(k % 4));
                    Call call = new Call(
                            name.text(), HTTPS, 260, 3_000 + stage.chance().nextInt(9_000), false);
                    begin = calls.call(desk, server, call, begin);
                }
            }
            stage.actor(desk);
            Background.play(stage, stage.lastSecond(), desk);
        });
    }
}
