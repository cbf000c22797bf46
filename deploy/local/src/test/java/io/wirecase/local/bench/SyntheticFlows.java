package io.wirecase.local.bench;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.SynFacts;
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
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Ids;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Flows of the mix an office makes: half TLS, a third DNS, the rest HTTP; a thousand clients, many servers. */
final class SyntheticFlows {

    static final UUID CAPTURE = Ids.capture("bench", "00");
    private static final long START = 1_500_000_000_000_000_000L;

    private final SplittableRandom random = new SplittableRandom(42);
    private long packet;

    Flow next() {
        packet += 12;
        int kind = random.nextInt(6);
        boolean dns = kind < 2;
        Endpoint client = new Endpoint(IpAddress.v4(0x0A000000 | random.nextInt(1000)), 1024 + random.nextInt(60000));
        Endpoint server =
                new Endpoint(IpAddress.v4(0xC6330000 | random.nextInt(20000)), dns ? 53 : kind == 5 ? 80 : 443);
        long start = START + packet * 1_000_000;
        return new Flow(
                Ids.flow(CAPTURE, 1, packet, null),
                new FlowOrigin(CAPTURE, 1, "bench", "upload"),
                new FlowKey(dns ? Transport.UDP : Transport.TCP, dns ? 17 : 6, client, server, List.of(), null),
                new Span(start, start + random.nextInt(1_000_000_000), packet, packet + 11),
                new Traffic(new Counts(6, 900, 816, 400), new Counts(6, 6000, 5916, 5500)),
                new Ending(Ending.Reason.CLOSED, 1, true),
                new Application(List.of(dns ? "DNS" : kind == 5 ? "HTTP" : "TLS"), Application.Found.DECODED),
                facts(kind),
                null,
                new Activity(
                        6,
                        6,
                        List.of(
                                new Activity.Message(1_000_000, Party.ORIGINATOR, 400),
                                new Activity.Message(20_000_000, Party.RESPONDER, 5500))));
    }

    private Facts facts(int kind) {
        TcpFacts tcp = new TcpFacts(
                "SF",
                "ShADadFf",
                27,
                27,
                2,
                null,
                new SynFacts(64240, 64, 1460, 7, "mss,sok,ts,nop,ws"),
                null,
                20_000_000L,
                0,
                0,
                null);
        if (kind < 2) {
            return new Facts(null, null, null, null, null, dns());
        }
        return kind == 5
                ? new Facts(tcp, null, null, http(), null, null)
                : new Facts(tcp, null, null, null, tls(), null);
    }

    private DnsFacts dns() {
        UntrustedText name = text("host" + random.nextInt(5000) + ".example.com");
        return new DnsFacts(
                List.of(new DnsFacts.Transaction(
                        START,
                        packet,
                        7,
                        name,
                        1,
                        0,
                        List.of(new DnsFacts.Answer(1, 300, IpAddress.v4(random.nextInt()), null)),
                        0)),
                0);
    }

    private static TlsFacts tls() {
        return new TlsFacts(
                0x303,
                0x304,
                0x1301,
                text("www.example.com"),
                List.of(text("h2"), text("http/1.1")),
                null,
                "cd08e31494f9531f560d64c695473da9",
                "t13d1516h2_8daaf6152771_02713d6af862",
                false);
    }

    private HttpFacts http() {
        HttpExchange.Head head = new HttpExchange.Head(
                START,
                packet,
                320,
                0,
                List.of(
                        new HttpExchange.Header(text("Host"), text("www.example.com")),
                        new HttpExchange.Header(text("User-Agent"), text("Mozilla/5.0 (X11; Linux x86_64)")),
                        new HttpExchange.Header(text("Accept"), text("*/*"))),
                0);
        return new HttpFacts(
                List.of(new HttpExchange(
                        new HttpExchange.Request(
                                head,
                                text("GET"),
                                text("/index.html"),
                                text("HTTP/1.1"),
                                text("www.example.com"),
                                text("Mozilla/5.0")),
                        new HttpExchange.Response(head, 200, text("nginx/1.24.0"), text("text/html")))),
                0);
    }

    private static UntrustedText text(String raw) {
        return new UntrustedText(raw);
    }
}
