package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.dns.DnsBytes;
import io.wirecase.capture.packet.DecodedPacket;
import io.wirecase.capture.packet.Outcome;
import io.wirecase.capture.packet.PacketDecoder;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.testkit.Parts;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.TcpSegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** IP packets in parts: whole again for the parsers, counted part by part. */
class FragmentsTest {

    private final Talk four = new Talk("192.168.1.10", 40_000, "203.0.113.5", 53);
    private final Talk six = new Talk("2001:db8::10", 40_000, "2001:db8::5", 53);
    private final byte[] query = Ip.udp(
            four.path(true),
            40_000,
            53,
            DnsBytes.query(9).question("www.example.com", 1).bytes());

    /** Twenty answers: 382 bytes of UDP. */
    static byte[] answer(Talk talk) {
        DnsBytes answer = DnsBytes.response(9, 0).question("www.example.com", 1);
        for (int i = 1; i <= 20; i++) {
            answer.address("@12", 60, "192.0.2." + i);
        }
        return Ip.udp(talk.path(false), 53, 40_000, answer.bytes());
    }

    @Test
    void partsBecomeOneDatagramInAnyOrderButTheFirstTellsThePorts() {
        byte[] whole = answer(four);
        Tape.Played played = new Tape(101)
                .frame(query)
                .frame(Parts.v4(whole, 7, 0, 104, true))
                .frame(Parts.v4Last(whole, 7, 208))
                .frame(Parts.v4(whole, 7, 104, 208, true))
                .play();

        assertThat(answers(played.only())).isEqualTo(20);
        assertThat(played.only().traffic().responder().packets()).isEqualTo(3);
        assertThat(played.only().traffic().responder().payloadBytes()).isEqualTo(whole.length - 28);
        assertThat(played.accounts().fragments()).isEqualTo(new Fragments(1, 0, 0, 0, 0));
    }

    @Test
    void ipv6PartsAreToldApartByTheirId() {
        byte[] whole = answer(six);
        byte[] ask = Ip.udp(
                six.path(true),
                40_000,
                53,
                DnsBytes.query(9).question("www.example.com", 1).bytes());
        Tape.Played played = new Tape(101)
                .frame(ask)
                .frame(Parts.v6(whole, 7, 0, 104, true))
                .frame(Parts.v6(whole, 8, 0, 104, true))
                .frame(Parts.v6Last(whole, 7, 104))
                .play();

        assertThat(answers(played.only())).isEqualTo(20);
        assertThat(played.accounts().fragments()).isEqualTo(new Fragments(1, 1, 0, 0, 0));
    }

    @Test
    void aTcpSegmentInPartsIsOneSegment() {
        Talk talk = Talk.usual();
        byte[] text = "GET /a HTTP/1.1\r\nHost: www.example.com\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Ip.tcp(
                talk.path(true),
                new TcpSegment(talk.aPort, talk.bPort, TcpSegment.ACK | TcpSegment.PSH)
                        .numbers(101, 501)
                        .window(1_000)
                        .payload(text));
        Flow flow = new Tape(101)
                .frame(Ip.tcp(
                        talk.path(true),
                        new TcpSegment(talk.aPort, talk.bPort, TcpSegment.SYN)
                                .numbers(100, 0)
                                .window(1_000)))
                .frame(Ip.tcp(
                        talk.path(false),
                        new TcpSegment(talk.bPort, talk.aPort, TcpSegment.SYN | TcpSegment.ACK)
                                .numbers(500, 101)
                                .window(1_000)))
                .frame(Parts.v4(whole, 7, 0, 32, true))
                .frame(Parts.v4Last(whole, 7, 32))
                .frame(Ip.tcp(
                        talk.path(false),
                        new TcpSegment(talk.bPort, talk.aPort, TcpSegment.ACK)
                                .numbers(501, 101 + text.length)
                                .window(1_000)))
                .play()
                .only();

        assertThat(flow.facts().http()).isNotNull();
        assertThat(flow.facts().tcp()).satisfies(tcp -> {
            assertThat(tcp.history()).isEqualTo("ShDa");
            assertThat(tcp.originatorRetransmissions()).isZero();
        });
    }

    @Test
    void partsThatContradictEachOtherAreDroppedWhateverComesAfter() {
        for (Talk talk : List.of(four, six)) {
            byte[] whole = answer(talk);
            byte[] other = whole.clone();
            other[whole.length - 1] ^= 1;
            other[150] ^= 1;
            Tape.Played partly = new Tape(101)
                    .frame(part(talk, whole, 0, 104))
                    .frame(part(talk, whole, 96, 200))
                    .frame(last(talk, whole, 104))
                    .play();
            Tape.Played changed = new Tape(101)
                    .frame(part(talk, whole, 0, 208))
                    .frame(part(talk, other, 0, 208))
                    .frame(last(talk, whole, 208))
                    .play();
            for (Tape.Played played : List.of(partly, changed)) {
                assertThat(played.only().facts().dns()).isNull();
                assertThat(played.only().traffic().originator().packets()).isEqualTo(3);
                assertThat(played.accounts().fragments()).isEqualTo(new Fragments(0, 0, 1, 0, 0));
            }
        }
    }

    @Test
    void aPartThatComesTwiceUnchangedIsIgnored() {
        byte[] whole = answer(four);
        Tape.Played played = new Tape(101)
                .frame(query)
                .frame(Parts.v4(whole, 7, 0, 104, true))
                .frame(Parts.v4(whole, 7, 0, 104, true))
                .frame(Parts.v4Last(whole, 7, 104))
                .frame(Parts.v4Last(whole, 7, 104))
                .play();

        assertThat(answers(played.only())).isEqualTo(20);
        assertThat(played.only().traffic().responder().packets()).isEqualTo(4);
        assertThat(played.accounts().fragments()).isEqualTo(new Fragments(1, 0, 0, 0, 0));
    }

    @Test
    void partsThatNoSenderMakesAreCounted() {
        byte[] whole = answer(four);
        List<List<byte[]>> bad = List.of(
                List.of(Parts.v4(whole, 7, 0, 100, true)),
                List.of(Parts.v4Last(whole, 7, 208), Parts.v4(whole, 7, 104, 208, false)),
                List.of(Parts.v4(Arrays.copyOf(whole, 65_620), 7, 65_528, 65_568, false)));
        for (List<byte[]> frames : bad) {
            Tape tape = new Tape(101);
            frames.forEach(tape::frame);
            assertThat(tape.play().accounts().fragments()).isEqualTo(new Fragments(0, 0, 0, 1, 0));
        }
    }

    @Test
    void whatIsMissingWhenItsTimeIsOverIsMissingAndTheBeginningIsRead() {
        byte[] whole = answer(four);
        Tape.Played late = new Tape(101)
                .frame(query)
                .frame(Parts.v4(whole, 7, 0, 104, true))
                .after(31)
                .frame(Parts.v4Last(whole, 7, 104))
                .play();

        assertThat(late.accounts().fragments()).isEqualTo(new Fragments(0, 2, 0, 0, 0));
        assertThat(late.flows()).hasSize(2);
        assertThat(answers(late.flows().getFirst())).isLessThan(20);
        assertThat(late.flows().getLast().key().originator().port()).isNull();
    }

    @Test
    void anIdThatComesAgainIsAnotherPacket() {
        byte[] whole = answer(four);
        Tape tape = new Tape(101).frame(query);
        for (int i = 0; i < 3; i++) {
            tape.frame(Parts.v4(whole, 7, 0, 104, true)).frame(Parts.v4Last(whole, 7, 104));
        }

        assertThat(tape.play().accounts().fragments()).isEqualTo(new Fragments(3, 0, 0, 0, 0));
    }

    @Test
    void aTunnelInPartsLeadsToTheInnerFlow() {
        byte[] inner = query;
        byte[] outer = new Bytes()
                .u16(0x4500)
                .u16(20 + 4 + inner.length)
                .u32(0)
                .u8(64)
                .u8(47)
                .u16(0)
                .u32(0x0A00_0001)
                .u32(0x0A00_0002)
                .u16(0)
                .u16(0x0800)
                .raw(inner)
                .toArray();
        Tape.Played played = new Tape(101)
                .frame(Parts.v4(outer, 7, 0, 32, true))
                .frame(Parts.v4Last(outer, 7, 32))
                .play();

        assertThat(played.flows()).hasSize(2);
        assertThat(played.flows()).anySatisfy(flow -> {
            assertThat(flow.key().tunnel()).isEqualTo("gre");
            assertThat(flow.application().name()).isEqualTo("DNS");
            assertThat(flow.traffic().originator().packets()).isEqualTo(1);
        });
        assertThat(played.flows()).anySatisfy(flow -> {
            assertThat(flow.key().transport()).isEqualTo(Transport.GRE);
            assertThat(flow.traffic().originator().packets()).isEqualTo(1);
        });
    }

    @Test
    void memoryIsBoundedAndWhatHadToGoIsCounted() {
        Reassembly reassembly = new Reassembly(8, 20_000, part -> {});
        byte[] whole = Ip.udp(four.path(true), 1, 2, new byte[4_000]);
        for (int id = 0; id < 50; id++) {
            reassembly.take(decoded(Parts.v4(whole, id, 0, 2_400, true)), id);
            assertThat(reassembly.memory()).isLessThanOrEqualTo(20_000);
        }
        assertThat(reassembly.counts().evicted()).isEqualTo(42);
        assertThat(reassembly.counts().incomplete()).isEqualTo(42);
    }

    @Test
    void anyOrderOfAnyPartsGivesTheSameBytesOrNone() {
        Random random = new Random(7);
        byte[] payload = new byte[1_000];
        random.nextBytes(payload);
        byte[] whole = Ip.udp(four.path(true), 1, 2, payload);
        for (int round = 0; round < 500; round++) {
            List<byte[]> parts = new ArrayList<>();
            for (int from = 0; from < 1_008; ) {
                int to = Math.min(1_008, from + 8 * (1 + random.nextInt(20)));
                parts.add(Parts.v4(whole, round, from, to, to < 1_008));
                from = to;
            }
            parts.add(parts.get(random.nextInt(parts.size())));
            Collections.shuffle(parts, random);
            Reassembly reassembly = new Reassembly(8, 1 << 20, part -> {});
            FragmentedPacket packet = null;
            for (byte[] part : parts) {
                packet = reassembly.take(decoded(part), 0);
                if (packet.state == FragmentedPacket.State.WHOLE) {
                    break;
                }
            }
            assertThat(packet).isNotNull();
            assertThat(packet.state).isEqualTo(FragmentedPacket.State.WHOLE);
            assertThat(packet.bytes()).startsWith(Arrays.copyOfRange(whole, 20, 1_028));
        }
    }

    private static DecodedPacket decoded(byte[] packet) {
        DecodedPacket decoded = new DecodedPacket();
        RawPacket raw =
                new RawPacket().data(packet, 0, packet.length, packet.length).origin(101, 0, 1);
        assertThat(new PacketDecoder().decode(raw, decoded)).isEqualTo(Outcome.DECODED);
        return decoded;
    }

    private byte[] part(Talk talk, byte[] whole, int from, int to) {
        return talk == four ? Parts.v4(whole, 7, from, to, true) : Parts.v6(whole, 7, from, to, true);
    }

    private byte[] last(Talk talk, byte[] whole, int from) {
        return talk == four ? Parts.v4Last(whole, 7, from) : Parts.v6Last(whole, 7, from);
    }

    static int answers(Flow flow) {
        DnsFacts dns = flow.facts().dns();
        assertThat(dns).isNotNull();
        return dns.transactions().getFirst().answers().size();
    }
}
