package io.wirecase.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DomainTraffic;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TcpQuality;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsClient;
import io.wirecase.core.fact.TlsCourse;
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
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CodecTest {

    private static final UUID CAPTURE = Ids.capture("office", "00ff");

    @Test
    void aFlowSurvivesTheInternalEncodingAndJson() throws Exception {
        Flow flow = full(1);
        FlowBlock block = new FlowBlock(CAPTURE, 1, "office", 3, List.of(flow, full(9)));

        Codec.DecodedBlock decoded = Codec.decodeBlock(Codec.encodeBlock(block));

        assertThat(decoded.block()).isEqualTo(block);
        assertThat(decoded.bad()).isEmpty();
        assertThat(Codec.decode(Codec.encode(flow), Flow.class)).isEqualTo(flow);
    }

    @Test
    void jsonHoldsNothingThatATerminalObeysAndIsReadBackUnchanged() throws Exception {
        UntrustedText text = text("\u001b[31m \u007f \u009b31m \u0085 \u202e \u2028 \u00e4\u4e2d");

        String json = new String(Codec.encode(text), StandardCharsets.UTF_8);

        assertThat(json).isEqualTo("\"\\u001B[31m \\u007F \\u009b31m \\u0085 \\u202e \\u2028 \u00e4\u4e2d\"");
        assertThat(Codec.decode(Codec.encode(text), UntrustedText.class)).isEqualTo(text);
    }

    @Test
    void whatIsUnknownIsAbsentFromJson() {
        Flow bare = new Flow(
                Ids.flow(CAPTURE, 1, 1, null),
                new FlowOrigin(CAPTURE, 1, "office", "upload"),
                new FlowKey(Transport.ICMP, 1, end("10.0.0.1"), end("10.0.0.2"), List.of(), null),
                new Span(5, 5, 1, 1),
                new Traffic(new Counts(1, 60, 46, 26), Counts.NONE),
                new Ending(Ending.Reason.IDLE, 1, true),
                Application.UNKNOWN,
                Facts.NONE,
                null,
                new Activity(1, 0, List.of()));

        String json = new String(Codec.encode(bare), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("null").doesNotContain("\"port\"").contains("\"address\":\"10.0.0.1\"");
    }

    @Test
    void factsThatAnOlderWriterDidNotKnowAreAbsent() throws Exception {
        ObjectNode json = (ObjectNode) Codec.json().readTree(Codec.encode(full(1)));
        ((ObjectNode) json.at("/facts/icmp")).remove("payloads");
        ((ObjectNode) json.at("/facts/dns")).remove("domains");
        ((ObjectNode) json.at("/facts/dns/transactions/0/answers/1")).remove("data");
        ((ObjectNode) json.path("activity")).remove("minutes");

        Flow older = Codec.decode(Codec.json().writeValueAsBytes(json), Flow.class);

        assertThat(older.facts().icmp()).isEqualTo(new IcmpFacts(8, 0));
        assertThat(older.activity().minutes()).isNull();
        assertThat(older.facts().dns()).isNotNull().satisfies(dns -> {
            assertThat(dns.domains()).isNull();
            assertThat(dns.transactions().getFirst().answers().getLast())
                    .isEqualTo(new DnsFacts.Answer(16, 60, null, null));
        });
    }

    @Test
    void aFlowThatCannotBeReadIsHandedBackAlone() throws Exception {
        FlowBlock block = new FlowBlock(CAPTURE, 1, "office", 0, List.of(full(1), full(2)));
        com.fasterxml.jackson.dataformat.smile.databind.SmileMapper smile =
                new com.fasterxml.jackson.dataformat.smile.databind.SmileMapper();
        ObjectNode tree = (ObjectNode) smile.readTree(Codec.encodeBlock(block));
        ((ObjectNode) tree.path("flows").get(1)).put("span", "nonsense");

        Codec.DecodedBlock decoded = Codec.decodeBlock(smile.writeValueAsBytes(tree));

        assertThat(decoded.block().flows()).containsExactly(full(1));
        assertThat(decoded.bad()).hasSize(1);
        assertThat(decoded.bad().getFirst().reason()).isNotBlank();
    }

    @Test
    void bytesThatAreNoBlockAreRefusedWhole() {
        assertThatThrownBy(() -> Codec.decodeBlock("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Codec.decodeBlock(new byte[] {1, 2, 3})).isInstanceOf(Unreadable.class);
        byte[] cut = Codec.encodeBlock(new FlowBlock(CAPTURE, 1, "office", 0, List.of(full(1))));
        for (int length = 0; length < cut.length; length += 7) {
            byte[] some = java.util.Arrays.copyOf(cut, length);
            assertThatThrownBy(() -> Codec.decodeBlock(some)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void membersOfANewerWriterAreIgnored() throws Exception {
        EndMarker marker = new EndMarker(CAPTURE, 1, "office", 0, 4, 12, null);
        ObjectNode json = (ObjectNode) Codec.json().readTree(Codec.encode(marker));
        json.put("later", 1);

        assertThat(Codec.decode(Codec.json().writeValueAsBytes(json), EndMarker.class))
                .isEqualTo(marker);
        assertThatThrownBy(() -> Codec.decode("null".getBytes(StandardCharsets.UTF_8), EndMarker.class))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Codec.decode("{\"revision\":1}".getBytes(StandardCharsets.UTF_8), EndMarker.class))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void listsThatAnOlderWriterDidNotKnowAreEmpty() throws Unreadable {
        TlsFacts read = Codec.decode(
                "{\"ja3\":\"x\",\"encryptedClientHello\":false}".getBytes(StandardCharsets.UTF_8), TlsFacts.class);

        assertThat(read.alpn()).isEmpty();
        assertThat(read.ja3()).isEqualTo("x");
    }

    private static Endpoint end(String address) {
        return new Endpoint(IpAddress.of(address), null);
    }

    private static Facts facts(long packet) {
        HttpExchange.Head head = new HttpExchange.Head(
                7, packet, 87, 0, List.of(new HttpExchange.Header(text("Host"), text("a\u0000b"))), 1);
        return new Facts(
                new TcpFacts(
                        "SF",
                        "ShADadFf",
                        27,
                        26,
                        2,
                        null,
                        new SynFacts(64240, 64, 1460, 7, "mss"),
                        null,
                        9L,
                        0,
                        1,
                        Party.RESPONDER,
                        new TcpQuality(20L, 5L, new TcpQuality.Side(1, 2, 3, 4), null)),
                new IcmpFacts(
                        8,
                        0,
                        new IcmpPayloads(new IcmpPayloads.Sent(3, 300, 90, 100, 110, 300, 7.5, 2, 1), null, 3, 2)),
                new LinkFacts(new MacAddress(0x001122334455L), null, 1, null, null),
                new HttpFacts(
                        List.of(new HttpExchange(
                                new HttpExchange.Request(
                                        head, text("GET"), text("/"), text("HTTP/1.1"), text("h"), null),
                                new HttpExchange.Response(head, 204, text("nginx"), null))),
                        2),
                tls(),
                dns());
    }

    private static TlsFacts tls() {
        TlsCertificate certificate = new TlsCertificate(
                text("CN=n"),
                text("CN=ca"),
                List.of(text("n")),
                1,
                -5,
                253_402_300_799L,
                "0a",
                "RSA",
                null,
                "x",
                "y",
                "z",
                false);
        return new TlsFacts(
                0x303,
                0x304,
                0x1301,
                text("n"),
                List.of(text("h2")),
                null,
                "ja3",
                "ja4",
                true,
                "ja3s",
                new TlsClient(List.of(0x304), List.of(0, 43), 7, false, true),
                new TlsCertificates(List.of(certificate), List.of(), 2, 1, true),
                new TlsCourse(
                        TlsCourse.Resumption.TICKET,
                        null,
                        true,
                        List.of(new TlsCourse.Alert(Party.RESPONDER, 2, 40)),
                        false,
                        null));
    }

    private static DnsFacts dns() {
        return new DnsFacts(
                List.of(new DnsFacts.Transaction(
                        1,
                        2,
                        3,
                        text("x"),
                        28,
                        0,
                        List.of(
                                new DnsFacts.Answer(28, 60, IpAddress.of("::1"), null),
                                new DnsFacts.Answer(16, 60, null, null, new DnsFacts.RecordData(9, 7L))),
                        0)),
                9,
                List.of(new DomainTraffic(text("lantern.example"), 10, 9, 300, 40_000, 8, 900, 7)));
    }

    private static Flow full(long packet) {
        return new Flow(
                Ids.flow(CAPTURE, 1, packet, "gre"),
                new FlowOrigin(CAPTURE, 1, "office", "upload"),
                new FlowKey(
                        Transport.TCP,
                        6,
                        new Endpoint(IpAddress.of("192.168.50.71"), 40000),
                        new Endpoint(IpAddress.of("2001:db8::1"), 80),
                        List.of(12, 13),
                        "gre"),
                new Span(1_700_000_000_123_456_789L, 1_700_000_001_000_000_000L, packet, packet + 9),
                new Traffic(new Counts(5, 425, 355, 87), new Counts(4, 461, 405, 189)),
                new Ending(Ending.Reason.CLOSED, 2, true),
                new Application(
                        List.of("HTTP_Connect", "TLS", "YouTube"), Application.Found.DECODED, Application.Found.BY_DNS),
                facts(packet),
                new Resolution(text("connectivity-check.ubuntu.com"), 5, 1, null),
                new Activity(
                        5,
                        4,
                        List.of(new Activity.Message(1, Party.ORIGINATOR, 87)),
                        List.of(new Activity.Minute(28_333_333, 9, 886)),
                        List.of(new FirstPayload(Party.ORIGINATOR, 87, 5.25, 4.125, 30, 2, 7))),
                packet + 4);
    }

    private static UntrustedText text(String raw) {
        return new UntrustedText(raw);
    }
}
