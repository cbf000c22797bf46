package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.bulk.TcpTalk.End;
import io.wirecase.scenarios.bulk.TcpTalk.Style;
import io.wirecase.scenarios.conversation.Http;
import io.wirecase.scenarios.conversation.OldTls;
import io.wirecase.scenarios.conversation.Tls;
import io.wirecase.scenarios.packet.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** HTTP and TLS over TCP, from one small request to long downloads. */
final class Web {

    private static final long LONGEST = 24L << 20;
    private static final int HTTPS = 443;
    private static final List<String> ALPN = List.of("h2", "http/1.1");
    private static final String[] AGENTS = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                + " Chrome/131.0.0.0 Safari/537.36",
        "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
        "curl/8.10.1",
        "Microsoft-CryptoAPI/10.0"
    };
    private static final String[] TYPES = {
        "text/html; charset=utf-8", "application/json", "image/jpeg", "application/octet-stream", "text/css"
    };

    private final Population people;
    private final Certificates certificates;

    Web(Population people) {
        this.people = people;
        this.certificates = new Certificates(new SplittableRandom(64));
    }

    /** A visit in clear: some requests on one connection. */
    Talk http(long now, SplittableRandom chance, int mostRequests, double medianBytes) {
        Population.Ends ends = people.pair(chance);
        List<Turn> turns = new ArrayList<>();
        int requests = 1 + chance.nextInt(mostRequests);
        for (int i = 0; i < requests; i++) {
            turns.add(Turn.client(request(chance, ends.name()), Times.between(chance, Times.MILLI, 900 * Times.MILLI)));
            long length = Times.size(chance, medianBytes, 1.4, LONGEST);
            turns.add(Turn.server(response(chance, length), length, Times.between(chance, 1, 80 * Times.MILLI)));
        }
        return new TcpTalk(now, ends, chance.nextInt(10) == 0 ? 8080 : 80, style(chance), chance, turns);
    }

    /** A visit under TLS, two in three of version 1.3. */
    Talk https(long now, SplittableRandom chance, int mostExchanges, double medianBytes) {
        Population.Ends ends = people.pair(chance);
        List<Turn> turns = hello(chance, ends.name());
        int exchanges = 1 + chance.nextInt(mostExchanges);
        for (int i = 0; i < exchanges; i++) {
            byte[] question = sealedHead(200 + chance.nextInt(900));
            turns.add(Turn.client(question, length(question), Times.between(chance, Times.MILLI, 1500 * Times.MILLI)));
            long length = Times.size(chance, medianBytes, 1.4, LONGEST);
            byte[] head = sealedHead((int) Math.min(length, 16_384));
            turns.add(Turn.server(head, length, Times.between(chance, 1, 120 * Times.MILLI)));
        }
        return new TcpTalk(now, ends, HTTPS, style(chance), chance, turns);
    }

    /** A connection that begins TLS, tells its version and ends. */
    Talk greeting(long now, SplittableRandom chance) {
        Population.Ends ends = people.pair(chance);
        List<Turn> turns = new ArrayList<>(hello(chance, ends.name()).subList(0, 2));
        return new TcpTalk(now, ends, HTTPS, Style.USUAL.ending(End.RESET), chance, turns);
    }

    /** A long download, in clear or under TLS. */
    Talk download(long now, SplittableRandom chance) {
        Population.Ends ends = people.pair(chance);
        long length = Times.between(chance, 4L << 20, LONGEST);
        Style fast = new Style(Link.PLAIN, 40 * Times.MICRO, End.FIN);
        if (chance.nextBoolean()) {
            byte[] head = response(chance, length);
            List<Turn> turns = List.of(
                    Turn.client(request(chance, ends.name()), Times.MILLI), Turn.server(head, length, Times.MILLI));
            return new TcpTalk(now, ends, 80, fast, chance, turns);
        }
        List<Turn> turns = hello(chance, ends.name());
        byte[] question = sealedHead(400);
        turns.add(Turn.client(question, 400, Times.MILLI));
        turns.add(Turn.server(sealedHead(16_384), length, Times.MILLI));
        return new TcpTalk(now, ends, HTTPS, fast, chance, turns);
    }

    /** The handshake, after which both sides may say what they want. */
    List<Turn> hello(SplittableRandom chance, String name) {
        List<Turn> turns = new ArrayList<>();
        turns.add(Turn.client(Tls.clientHello(chance, name, ALPN), Times.MILLI));
        if (chance.nextInt(3) > 0) {
            int certificate = 2_000 + chance.nextInt(2_400);
            turns.add(Turn.server(Tls.serverFlight(chance, certificate), Times.MILLI));
            turns.add(Turn.client(Tls.clientFinished(chance), Times.MILLI));
            return turns;
        }
        turns.add(Turn.server(OldTls.serverFlight(chance, certificates.chain(chance)), Times.MILLI));
        turns.add(Turn.client(OldTls.clientFlight(chance), Times.MILLI));
        turns.add(Turn.server(OldTls.finished(chance), Times.MILLI));
        return turns;
    }

    private static byte[] sealedHead(int length) {
        return new Bytes().u8(23).u16(0x0303).u16(length).toArray();
    }

    private static int length(byte[] head) {
        return (head[3] & 0xff) << 8 | head[4] & 0xff;
    }

    private static Style style(SplittableRandom chance) {
        return switch (chance.nextInt(200)) {
            case 0 -> Style.USUAL.over(Link.GRE);
            case 1 -> Style.USUAL.over(Link.VXLAN);
            case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> Style.USUAL.over(Link.TAGGED);
            case 12, 13, 14, 15 -> Style.USUAL.ending(End.RESET);
            case 16 -> Style.USUAL.ending(End.NONE);
            default -> Style.USUAL;
        };
    }

    private static byte[] request(SplittableRandom chance, String name) {
        String path = "/" + Long.toString(chance.nextLong(1L << 40), 36) + "/item?id=" + chance.nextInt(100_000);
        return Http.message(
                "GET " + path + " HTTP/1.1",
                List.of(
                        "Host: " + name,
                        "User-Agent: " + AGENTS[chance.nextInt(AGENTS.length)],
                        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                        "Accept-Language: en-GB,en;q=0.5",
                        "Accept-Encoding: gzip, deflate",
                        "Cookie: session=" + Long.toHexString(chance.nextLong()) + Long.toHexString(chance.nextLong()),
                        "Connection: keep-alive"),
                new byte[0]);
    }

    private static byte[] response(SplittableRandom chance, long length) {
        boolean found = chance.nextInt(12) > 0;
        return Http.message(
                found ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found",
                List.of(
                        "Date: Mon, 02 Mar 2026 08:00:00 GMT",
                        "Server: nginx/1.26.2",
                        "Content-Type: " + TYPES[chance.nextInt(TYPES.length)],
                        "Content-Length: " + length,
                        "Cache-Control: max-age=600",
                        "Connection: keep-alive"),
                new byte[0]);
    }
}
