package io.wirecase.detection.testing;

import static io.wirecase.detection.testing.FlowFixtures.flow;

import io.wirecase.core.fact.DhcpFacts;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.flow.Span;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.wire.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * A day on which every detector has something to say, and a week for what takes days, as two captures of one site saw
 * them.
 */
public final class Everything {

    private static final String SITE = "office";
    private static final UUID ONE = Ids.capture(SITE, "01");
    private static final UUID OTHER = Ids.capture(SITE, "02");
    private static final int NO_SUCH_NAME = 3;
    private static final int ADDRESS = 1;
    private static final int TEXT = 16;
    private static final long MINUTE = 60_000;

    private Everything() {}

    /** The flows, by what they are of; some go on for parts. */
    public static List<Flow> day() {
        List<Flow> day = new ArrayList<>(Scans.sweep());
        day.addAll(Scans.pageLoad());
        day.addAll(Floods.spoofedSyns(1_100, 150));
        day.addAll(Floods.reflected(1_300, 130, 1_400));
        day.addAll(Floods.datagrams(100, 600));
        day.add(Floods.pings(400, 30));
        day.addAll(Claims.poisoned(20));
        day.addAll(Stations.elsewhere());
        day.addAll(Carriers.tunnel(160));
        for (int i = 0; i < 20; i++) {
            day.add(Carriers.echoes(i, 20, 15, 14, 300, 7.9 - i / 100.0));
        }
        day.addAll(volumes());
        day.addAll(logins());
        day.addAll(sessions());
        day.addAll(names());
        day.addAll(link());
        day.addAll(attempts());
        day.addAll(Acquainted.week());
        List<Flow> numbered = new ArrayList<>();
        for (Flow flow : day) {
            numbered.add(numbered(flow, numbered.size() + 1));
        }
        return numbered;
    }

    /** Parts of a flow stay one flow: those that lie side by side and begin at one time have one number. */
    static Flow numbered(Flow flow, int place) {
        UUID capture = place % 3 == 0 ? OTHER : ONE;
        long number = flow.ending().part() > 1 || !flow.ending().last() ? 1 : 10L * place;
        Span span = new Span(flow.span().startNanos(), flow.span().endNanos(), number, number + 9);
        return new Flow(
                Ids.flow(capture, 1, number, null),
                new FlowOrigin(capture, 1, SITE, "upload"),
                flow.key(),
                span,
                flow.traffic(),
                flow.ending(),
                flow.application(),
                flow.facts(),
                flow.resolution(),
                flow.activity());
    }

    /** A flow and a minute unlike the others, an upload, calls that keep a period. */
    private static List<Flow> volumes() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            flows.add(flow().at(i * MINUTE)
                    .client("10.20.3.1", 40_000 + i)
                    .server("213.139.38.17", 443)
                    .sent(i == 50 ? 5_000 : 9, i == 50 ? 6L << 20 : 2_000 + i)
                    .build());
            flows.add(flow().at(i * MINUTE)
                    .client("10.20.3.2", 40_000 + i)
                    .server("45.2.0." + i % 20, 443)
                    .sent(400, 300_000 + i * 1_000L)
                    .answered(900, 900_000)
                    .build());
        }
        flows.add(flow().at(1_000_000)
                .lasting(900_000)
                .client("10.20.3.2", 50_000)
                .server("45.77.9.9", 443)
                .sent(330_000, 400_000_000)
                .answered(160_000, 2_000_000)
                .build());
        for (int part = 1; part <= 3; part++) {
            flows.add(flow().lasting(part * 300 * MINUTE)
                    .client("10.20.3.3", 50_000)
                    .server("45.3.3.3", 8_443)
                    .part(part, part == 3)
                    .build());
        }
        return flows;
    }

    /** Guessing of one client and of many, a host that administers others. */
    private static List<Flow> logins() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            flows.add(flow().at(i * 10_000L)
                    .client("10.20.4.5", 40_000 + i)
                    .server("10.20.4.9", 21)
                    .login(new LoginFacts("FTP_CONTROL", null, true, true, 1, false, i))
                    .build());
        }
        for (int i = 0; i < 150; i++) {
            flows.add(flow().at(i * 2_000L)
                    .client("45.1.1." + i % 10, 40_000 + i)
                    .server("10.20.4.10", 143)
                    .login(new LoginFacts("IMAP", null, true, true, 1, false, i))
                    .build());
        }
        for (int i = 0; i < 12; i++) {
            flows.add(flow().at(MINUTE + i * 5_000L)
                    .client("10.20.4.6", 40_000 + i)
                    .server("10.20.5." + i, 445)
                    .sent(20, 4_000)
                    .answered(20, 6_000)
                    .build());
        }
        return flows;
    }

    /** A miner, a proxy that leads elsewhere, beats to one place. */
    private static List<Flow> sessions() {
        List<Flow> flows = new ArrayList<>();
        flows.add(flow().client("10.20.6.1", 40_000)
                .server("51.15.1.1", 3333)
                .lasting(60 * MINUTE)
                .application(Found.DECODED, "Mining")
                .build());
        flows.add(flow().client("10.20.6.2", 40_000)
                .http(Messages.exchange(
                        Messages.request("CONNECT", "shell.example:22", "shell.example:22"), Messages.response(200)))
                .server("45.9.9.9", 8_080)
                .application(Found.DECODED, "HTTP_Connect", "TLS")
                .build());
        Random chance = new Random(2);
        for (int i = 0; i < 600; i++) {
            flows.add(flow().at(i * MINUTE + chance.nextInt(3_000))
                    .client("10.20.6.3", 40_000 + i)
                    .server("185.234.72.19", 8_081)
                    .sent(4, 417 + chance.nextInt(4))
                    .build());
        }
        return flows;
    }

    private static List<Flow> names() {
        Random chance = new Random(1);
        List<Flow> flows = new ArrayList<>();
        lookups(flows, "10.20.7.1", 40, 90_000, ADDRESS, NO_SUCH_NAME, i -> letters(chance, 14) + ".com");
        lookups(flows, "10.20.7.2", 80, 60_000, TEXT, 0, i -> letters(chance, 10) + ".updates.example.com");
        lookups(flows, "10.20.7.3", 1_200, 100, ADDRESS, NO_SUCH_NAME, i -> letters(chance, 10) + ".dead.example.com");
        return flows;
    }

    private static void lookups(
            List<Flow> into, String client, int count, int millis, int type, int code, IntFunction<String> name) {
        for (int i = 0; i < count; i++) {
            into.add(flow().at((long) i * millis)
                    .client(client, 30_000 + i)
                    .dns(new DnsFacts.Transaction(0, 1, 7, Messages.text(name.apply(i)), type, code, List.of(), 0))
                    .server("10.20.0.53", 53)
                    .build());
        }
    }

    private static String letters(Random chance, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append((char) ('a' + chance.nextInt(26)));
        }
        return out.toString();
    }

    /** A link asked through, second servers of addresses and second routers. */
    private static List<Flow> link() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            flows.add(flow().at(i * 10L)
                    .lasting(1)
                    .client("192.168.60.7", null)
                    .server("192.168.60." + (i + 1), null)
                    .arpRequested(0x02163E600007L, 1)
                    .build());
        }
        flows.add(flow().lasting(MINUTE)
                .client("192.168.60.8", null)
                .server("192.168.60.1", null)
                .arpRequested(0x02163E600008L, 18_000)
                .build());
        flows.add(emptied());
        for (int i = 0; i < 2; i++) {
            flows.add(offer(i * 60 * MINUTE, i == 0 ? "192.168.50.1" : "192.168.50.66"));
            flows.add(flow().at(i * 60 * MINUTE)
                    .client(i == 0 ? "fe80::1" : "fe80::66", null)
                    .server("ff02::1", null)
                    .icmp(134, 0)
                    .transport(Transport.ICMPV6)
                    .sent(3, 200)
                    .answered(0, 0)
                    .build());
        }
        return flows;
    }

    /** A pool of addresses that made-up clients ask empty. */
    private static Flow emptied() {
        Flow asked = flow().lasting(MINUTE)
                .client("0.0.0.0", 68)
                .server("255.255.255.255", 67)
                .transport(Transport.UDP)
                .sent(500, 150_000)
                .answered(0, 0)
                .build();
        DhcpFacts facts = new DhcpFacts(
                4, List.of(1), null, null, null, null, List.of(), null, null, null, List.of(), List.of(), null);
        return Changed.peak(Changed.dhcp(asked, facts), 100);
    }

    private static Flow offer(long at, String server) {
        IpAddress its = IpAddress.of(server);
        Flow told = flow().at(at)
                .client(server, 67)
                .server("255.255.255.255", 68)
                .transport(Transport.UDP)
                .build();
        return Changed.dhcp(
                told,
                new DhcpFacts(
                        4,
                        List.of(2, 5),
                        new MacAddress(0x02163E500047L),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        IpAddress.of("192.168.50.100"),
                        its,
                        List.of(its),
                        List.of(its),
                        86_400L));
    }

    /** One endpoint in vain, ports one by one for an hour and within seconds, ports worked off by many. */
    private static List<Flow> attempts() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            flows.add(flow().at(i * 3_000L)
                    .client("10.20.8.1", 40_000 + i)
                    .server("10.20.8.80", 8_443)
                    .refused()
                    .build());
            flows.add(flow().at(i * MINUTE)
                    .client("10.20.8.2", 50_000 + i)
                    .server("10.20.8.9", 1_000 + i * 37)
                    .refused()
                    .build());
            flows.add(flow().at(i * 100L)
                    .client("10.20.8.3", 50_000 + i)
                    .server("10.20.8.11", 2_000 + i)
                    .refused()
                    .build());
            FlowFixtures shared = flow().at(i * 500L)
                    .client(Floods.source(50_000 + i % 20), 40_000 + i)
                    .server("10.20.8.10", 1_000 + i);
            flows.add((i % 20 == 0 ? shared.emptyHanded() : i % 2 == 0 ? shared.refused() : shared.silent()).build());
        }
        return flows;
    }
}
