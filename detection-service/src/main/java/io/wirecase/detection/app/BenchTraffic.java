package io.wirecase.detection.app;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.flow.Span;
import io.wirecase.core.flow.Traffic;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Ids;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Flows to measure with, by their number: the same every time. */
enum BenchTraffic {
    /** Seven in ten TLS, two lookups, one in vain, from 400 hosts to 5,000 names. */
    OFFICES {
        @Override
        Flow flow(int number) {
            SplittableRandom chance = chance(number);
            IpAddress host = IpAddress.v4(INSIDE + chance.nextInt(400));
            int name = chance.nextInt(5_000);
            int kind = chance.nextInt(10);
            if (kind < 7) {
                Facts facts = new Facts.Draft().tls(hello(name)).tcp(opened()).build();
                return made(number, host, IpAddress.v4(OUTSIDE + name), Transport.TCP, 443, facts, ANSWERED, "TLS");
            }
            if (kind < 9) {
                Facts facts = new Facts.Draft().dns(lookup(name)).build();
                return made(number, host, IpAddress.v4(INSIDE + 1_000), Transport.UDP, 53, facts, SHORT, "DNS");
            }
            return attempt(number, host, IpAddress.v4(OUTSIDE + chance.nextInt(60_000)), 443);
        }
    },
    /** Connections of 4,000 hosts to 1,000 servers. */
    SPREAD {
        @Override
        Flow flow(int number) {
            SplittableRandom chance = chance(number);
            return connection(number, INSIDE + chance.nextInt(4_000), OUTSIDE + chance.nextInt(1_000));
        }
    },
    /** The same connections, all behind one address. */
    NAT {
        @Override
        Flow flow(int number) {
            SplittableRandom chance = chance(number);
            chance.nextInt(4_000);
            return connection(number, INSIDE, OUTSIDE + chance.nextInt(1_000));
        }
    },
    /** Attempts in vain of 4,000 hosts, each at another target. */
    ATTEMPTS {
        @Override
        Flow flow(int number) {
            int host = INSIDE + chance(number).nextInt(4_000);
            return attempt(number, IpAddress.v4(host), IpAddress.v4(OUTSIDE + number), 445);
        }
    },
    /** The same attempts of one host. */
    SCANNER {
        @Override
        Flow flow(int number) {
            return attempt(number, IpAddress.v4(INSIDE), IpAddress.v4(OUTSIDE + number), 445);
        }
    },
    /** A SYN each of as many made-up sources to one server. */
    FLOOD {
        @Override
        Flow flow(int number) {
            return attempt(number, IpAddress.v4(OUTSIDE + number * 7), IpAddress.v4(INSIDE + 9), 443);
        }
    },
    /** Every connection is a conversation of its own: ten thousand hosts, each with many servers. */
    CONVERSATIONS {
        @Override
        Flow flow(int number) {
            return connection(number, INSIDE + number % HOSTS, OUTSIDE + number / HOSTS * 131);
        }
    };

    /** Hosts of {@link #CONVERSATIONS}. */
    static final int HOSTS = 10_000;

    private static final int INSIDE = 0x0A140001;
    private static final int OUTSIDE = 0x2D000001;
    private static final int FLAGS = TcpFacts.SYN | TcpFacts.ACK | TcpFacts.FIN;
    private static final long START = 1_744_441_200_000_000_000L;
    private static final long STEP = 5_000_000;
    private static final String SITE = "bench";
    private static final UUID CAPTURE = Ids.capture(SITE, "01");
    private static final Counts NOTHING = new Counts(0, 0, 0, 0);
    private static final Counts SHORT = new Counts(1, 90, 76, 48);
    private static final Counts ANSWERED = new Counts(6, 1_100, 1_016, 700);

    /** The flow of a number; in these the time grows with the number. */
    abstract Flow flow(int number);

    private static SplittableRandom chance(int number) {
        return new SplittableRandom(number * 0x9E3779B97F4A7C15L);
    }

    private static Flow connection(int number, int from, int to) {
        Facts facts = new Facts.Draft().tcp(opened()).build();
        return made(number, IpAddress.v4(from), IpAddress.v4(to), Transport.TCP, 8_443, facts, ANSWERED, "Unknown");
    }

    private static Flow attempt(int number, IpAddress from, IpAddress to, int port) {
        TcpFacts silent = new TcpFacts("S0", "S", TcpFacts.SYN, 0, TcpFacts.SYN, null, null, null, null, 0, 0, null);
        Facts facts = new Facts.Draft().tcp(silent).build();
        return made(number, from, to, Transport.TCP, port, facts, NOTHING, "Unknown");
    }

    private static TcpFacts opened() {
        return new TcpFacts("SF", "ShADadFf", FLAGS, FLAGS, TcpFacts.SYN, null, null, null, 20_000_000L, 0, 0, null);
    }

    private static TlsFacts hello(int name) {
        UntrustedText server = new UntrustedText("host" + name + ".example");
        List<UntrustedText> offered = List.of(new UntrustedText("h2"), new UntrustedText("http/1.1"));
        return new TlsFacts(0x0303, 0x0304, 0x1301, server, offered, null, null, null, false);
    }

    private static DnsFacts lookup(int name) {
        DnsFacts.Answer answer = new DnsFacts.Answer(1, 60, IpAddress.v4(OUTSIDE + name), null);
        UntrustedText asked = new UntrustedText("host" + name + ".example");
        return new DnsFacts(List.of(new DnsFacts.Transaction(0, 1, 7, asked, 1, 0, List.of(answer), 0)), 0);
    }

    private static Flow made(
            int number,
            IpAddress from,
            IpAddress to,
            Transport transport,
            int port,
            Facts facts,
            Counts answered,
            String protocol) {
        long start = START + number * STEP;
        Counts sent = answered.packets() == 0 ? new Counts(1, 60, 40, 0) : SHORT;
        Application application = protocol.equals("Unknown")
                ? Application.UNKNOWN
                : new Application(List.of(protocol), Application.Found.DECODED);
        return new Flow(
                Ids.flow(CAPTURE, 1, 10L * number, null),
                new FlowOrigin(CAPTURE, 1, SITE, "bench"),
                new FlowKey(
                        transport,
                        transport.number(),
                        new Endpoint(from, 1_024 + number % 60_000),
                        new Endpoint(to, port),
                        List.of(),
                        null),
                new Span(start, start + STEP, 10L * number, 10L * number + 9),
                new Traffic(sent, answered),
                new Ending(Ending.Reason.CLOSED, 1, true),
                application,
                facts,
                null,
                new Activity(sent.packets(), answered.packets(), List.of()));
    }
}
