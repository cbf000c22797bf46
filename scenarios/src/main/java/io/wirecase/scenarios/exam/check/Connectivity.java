package io.wirecase.scenarios.exam.check;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Http;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Beats;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Exchange;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Label.Rhythm;
import io.wirecase.scenarios.exam.Stage;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Stack;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Whether there is an Internet: the check that desktops make, answered, refused, and made in bursts. */
public final class Connectivity {
    private static final String HOST = "connectivity-check.ubuntu.com";
    private static final List<InetAddress> ADDRESSES = Stream.of(
                    "185.125.190.17",
                    "185.125.190.18",
                    "185.125.190.48",
                    "185.125.190.49",
                    "185.125.190.97",
                    "91.189.91.48",
                    "91.189.91.97")
            .map(Ip::address)
            .toList();
    private static final int HTTP = 80;
    private static final double INTERVAL = 300;

    private Connectivity() {}

    /** Row 1. */
    public static Family answered() {
        return Family.benign("01-connectivity-check", "the desktop's connectivity check every 5 min", stage -> {
            Host desk = stage.net().local(Stack.LINUX);
            int events = stage.whole("events", 24, 72);
            double noise = stage.number("noise", 0, 2);
            Calls calls = new Calls(stage);
            Beats beats = Beats.anchored(stage.chance(), events, INTERVAL, noise, 0);
            for (double beat : beats.seconds()) {
                check(stage, calls, desk, 5 + beat);
            }
            stage.actor(desk).allow("beacon").rhythm(Rhythm.of(desk, ADDRESSES, HTTP, beats));
            Background.play(stage, stage.lastSecond(), desk);
        });
    }

    private static void check(Stage stage, Calls calls, Host desk, double second) {
        Name name = Name.of(HOST, ADDRESSES, 0).turned(stage.chance().nextInt(ADDRESSES.size()));
        long begin = stage.lookup(desk, name, stage.at(second));
        Host server = stage.net().remote(name.addresses().getFirst());
        Exchange exchange = new Exchange(
                "GET / HTTP/1.1",
                List.of("Host: " + HOST, "Accept: */*", "Connection: close"),
                new byte[0],
                "HTTP/1.1 204 No Content",
                List.of(
                        "server: nginx/1.18.0 (Ubuntu)",
                        "date: " + Http.date(stage.scene().clock(begin)),
                        "x-networkmanager-status: online",
                        "connection: close"),
                new byte[0]);
        calls.http(desk, server, HTTP, exchange, begin);
    }

    /** Row 2. */
    public static Family offline() {
        return Family.benign(
                "02-connectivity-offline", "the same check while nothing answers: 1, 2, 4 ... 300 s", stage -> {
                    Host desk = stage.net().local(Stack.LINUX);
                    int events = stage.whole("events", 16, 40);
                    String how = stage.word("how", "refused", "silent");
                    Calls calls = new Calls(stage);
                    double second = 4;
                    double gap = 1;
                    for (int i = 0; i < events; i++) {
                        Name name = Name.of(HOST, ADDRESSES, 0)
                                .turned(stage.chance().nextInt(ADDRESSES.size()));
                        long begin = stage.lookup(desk, name, stage.at(second));
                        Host server = stage.net().remote(name.addresses().getFirst());
                        if (how.equals("refused")) {
                            calls.connection(desk, server, HTTP, begin)
                                    .refused(desk.stack().synWindow());
                        } else {
                            calls.connection(desk, server, HTTP, begin).unanswered(gap < 16 ? 1 : 3);
                        }
                        second += gap;
                        gap = Math.min(INTERVAL, gap * 2);
                    }
                    stage.actor(desk).allow("refused_retry", "beacon");
                    Background.play(stage, stage.lastSecond());
                });
    }

    /** Row 3. */
    public static Family bursts() {
        return Family.benign("03-check-in-bursts", "3 to 5 refused checks within 5 s, then 5 min of quiet", stage -> {
            Host desk = stage.net().local(Stack.LINUX);
            int episodes = stage.whole("episodes", 10, 16);
            Calls calls = new Calls(stage);
            for (int i = 0; i < episodes; i++) {
                int tries = 3 + stage.chance().nextInt(3);
                for (int k = 0; k < tries; k++) {
                    double second = 5
                            + i * INTERVAL
                            + 5.0 * k / tries
                            + 0.4 * stage.chance().nextDouble();
                    Name name =
                            Name.of(HOST, ADDRESSES, 0).turned(stage.chance().nextInt(ADDRESSES.size()));
                    long begin = stage.lookup(desk, name, stage.at(second));
                    Host server = stage.net().remote(name.addresses().getFirst());
                    calls.connection(desk, server, HTTP, begin)
                            .refused(desk.stack().synWindow());
                }
            }
            stage.actor(desk).allow("refused_retry", "beacon");
            Background.play(stage, stage.lastSecond(), desk);
        });
    }

    /** Row 5. */
    public static Family onLink() {
        return Family.benign(
                "05-captive-checks", "a phone or laptop looks for a captive portal when it joins", stage -> {
                    Host phone = stage.net().local();
                    Calls calls = new Calls(stage);
                    String[][] checks = {
                        {"captive.apple.com", "GET /hotspot-detect.html HTTP/1.1", "HTTP/1.1 200 OK"},
                        {"connectivitycheck.gstatic.com", "GET /generate_204 HTTP/1.1", "HTTP/1.1 204 No Content"},
                        {"www.msftconnecttest.com", "GET /connecttest.txt HTTP/1.1", "HTTP/1.1 200 OK"}
                    };
                    String[] check = checks[stage.chance().nextInt(checks.length)];
                    int hits = stage.whole("hits", 1, 3);
                    for (int i = 0; i < hits; i++) {
                        Name name = Name.of(check[0], stage.net().addresses(2), 60);
                        long begin = stage.lookup(
                                phone, name, stage.at(3 + 900 * stage.chance().nextDouble()));
                        byte[] body =
                                check[2].contains("204") ? new byte[0] : "Success".getBytes(StandardCharsets.US_ASCII);
                        Exchange exchange = new Exchange(
                                check[1],
                                List.of(
                                        "Host: " + check[0],
                                        "User-Agent: CaptiveNetworkSupport-481.1 wispr",
                                        "Accept: */*"),
                                new byte[0],
                                check[2],
                                List.of("Content-Type: text/html", "Content-Length: " + body.length),
                                body);
                        calls.http(phone, stage.net().remote(name.addresses().getFirst()), HTTP, exchange, begin);
                    }
                    stage.actor(phone);
                    Background.play(stage, 1_800, phone);
                });
    }
}
