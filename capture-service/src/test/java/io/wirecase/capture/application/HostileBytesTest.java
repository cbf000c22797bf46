package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.dns.DnsBytes;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileBytesTest {

    private static final byte[] REQUEST =
            Talk.bytes("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n");
    private static final byte[] RESPONSE = Talk.bytes("HTTP/1.1 200 OK\r\nServer: s\r\nContent-Length: 5\r\n\r\nabcde");
    private static final byte[] HELLO = HelloBytes.records(
            new HelloBytes(0x0303)
                    .ciphers(1, 2, 3)
                    .serverName("h.example")
                    .alpn("h2")
                    .numbers(10, 23)
                    .versions(0x0304)
                    .client(),
            40);
    private static final byte[] DNS = DnsBytes.response(1, 0)
            .question("www.example.com", 1)
            .alias("@12", 60, "e.@16")
            .address("@12", 60, "192.0.2.1")
            .bytes();
    private static final byte[] DNS_TCP =
            DnsBytes.query(1).question("www.example.com", 1).counted();
    private static final List<byte[]> SEEDS = List.of(REQUEST, RESPONSE, HELLO, DNS, DNS_TCP);
    private static final int[] PORTS = {53, 80, 443, 5353, 137, 25, 110, 500, 4500, 3389, 5060, 9999};

    /** Asks for everything, so that reading what was gathered is tried as well. */
    private static void askAll(ApplicationTracker tracker) {
        assertThat(tracker.application().name()).isNotEmpty();
        HttpFacts http = tracker.facts().http();
        if (http != null) {
            assertThat(http.exchanges().size()).isLessThanOrEqualTo(HttpFacts.MAX_EXCHANGES);
        }
        assertThat(tracker.facts().tls())
                .satisfiesAnyOf(
                        tls -> assertThat(tls).isNull(),
                        tls -> assertThat(tls.alpn()).hasSizeLessThanOrEqualTo(32));
        assertThat(tracker.facts().dns())
                .satisfiesAnyOf(
                        dns -> assertThat(dns).isNull(),
                        dns -> assertThat(dns.transactions()).isNotEmpty());
    }

    @Test
    void random_bytes_never_throw() {
        Random random = new Random(7);
        for (int run = 0; run < 6_000; run++) {
            Talk talk = talk(random);
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                talk.send(side(random), bytes);
                if (random.nextInt(5) == 0) {
                    talk.gap(side(random), 1 + random.nextInt(5000));
                }
            }
            askAll(talk.tracker);
        }
    }

    @Test
    void real_messages_with_bytes_changed_cut_and_mixed_never_throw() {
        Random random = new Random(11);
        for (int run = 0; run < 20_000; run++) {
            Talk talk = talk(random);
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                byte[] bytes = SEEDS.get(random.nextInt(SEEDS.size())).clone();
                for (int change = random.nextInt(4); change > 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                int from = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0;
                int to = random.nextInt(3) == 0 ? from + random.nextInt(bytes.length - from) : bytes.length;
                talk.send(side(random), Arrays.copyOfRange(bytes, from, to));
                if (random.nextInt(8) == 0) {
                    talk.gap(side(random), 1 + random.nextInt(50));
                }
            }
            askAll(talk.tracker);
        }
    }

    @Test
    void messages_cut_at_every_byte_never_throw() {
        for (byte[] seed : SEEDS) {
            for (int length = 0; length <= seed.length; length++) {
                for (Transport transport : List.of(Transport.TCP, Transport.UDP)) {
                    Talk talk = new Talk(transport, 50_000, 53);
                    talk.client(Arrays.copyOf(seed, length))
                            .gap(Party.ORIGINATOR, 7)
                            .client(Arrays.copyOfRange(seed, length, seed.length));
                    askAll(talk.tracker);
                }
            }
        }
    }

    @Test
    void lengths_beyond_reason_are_not_waited_for() {
        Talk talk = Talk.tcp(80)
                .client("GET / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n")
                .server("HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999\r\n\r\nabc")
                .gap(Party.RESPONDER, Long.MAX_VALUE / 2);
        assertThat(talk.request(0).head().bodyBytes()).isZero();
        assertThat(talk.response(0).head().bodyBytes()).isEqualTo(999_999_999_999_999_999L);

        Talk chunks = Talk.tcp(80)
                .client("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\n")
                .client("GET /next HTTP/1.1\r\n\r\n");
        assertThat(chunks.request(1).target().raw()).isEqualTo("/next");
    }

    @Test
    void a_flood_of_everything_keeps_records_small() {
        Talk talk = Talk.tcp(80);
        for (int i = 0; i < 5_000; i++) {
            talk.client("GET /" + "t".repeat(1000) + " HTTP/1.1\r\n" + "H: v\r\n".repeat(100) + "\r\n");
        }
        int kept = 0;
        for (HttpExchange exchange : talk.exchanges()) {
            HttpExchange.Request request = java.util.Objects.requireNonNull(exchange.request());
            kept += request.target().raw().length();
            for (HttpExchange.Header header : request.head().headers()) {
                kept += header.name().raw().length() + header.value().raw().length();
            }
        }
        assertThat(kept).isLessThan(24 * 1024);
        assertThat(talk.exchanges().size() + talk.http().omitted()).isEqualTo(5_000);
    }

    @Test
    void what_nothing_fits_is_given_up_soon() {
        Talk stream = Talk.tcp(9999);
        Talk datagrams = Talk.udp(9999);
        byte[] bytes = new byte[1400];
        Arrays.fill(bytes, (byte) 0x9E);
        for (int i = 0; i < 60; i++) {
            stream.client(bytes);
            datagrams.client(bytes);
        }

        assertThat(stream.tracker.wantsMore()).isFalse();
        assertThat(datagrams.tracker.wantsMore()).isFalse();
        assertThat(stream.name()).isEqualTo("Unknown");
    }

    @Test
    void proxies_behind_proxies_end_somewhere() {
        Talk talk = Talk.tcp(8080);
        for (int i = 0; i < 50; i++) {
            talk.client("CONNECT a:1 HTTP/1.1\r\n\r\n").server("HTTP/1.1 200 OK\r\n\r\n");
        }

        assertThat(talk.tracker.application().stack().size()).isLessThan(8);
    }

    private static Talk talk(Random random) {
        Transport transport = random.nextBoolean() ? Transport.TCP : Transport.UDP;
        return new Talk(transport, PORTS[random.nextInt(PORTS.length)], PORTS[random.nextInt(PORTS.length)]);
    }

    private static Party side(Random random) {
        return random.nextBoolean() ? Party.ORIGINATOR : Party.RESPONDER;
    }
}
