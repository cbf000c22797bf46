package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.ArpMessages;
import io.wirecase.core.fact.LinkFacts;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ethernet;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Mac;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows without ports: echoes, address resolution, fragments. */
class PortlessFlowsTest {

    private final Talk talk = Talk.usual();

    @Test
    void echoRequestsAndRepliesAreOneFlowWithoutPorts() {
        Flow flow = new Tape()
                .frame(talk.echo(false, 1))
                .frame(talk.echo(true, 1))
                .frame(talk.echo(false, 2))
                .play()
                .only();

        assertThat(flow.key().transport()).isEqualTo(Transport.ICMP);
        assertThat(flow.key().originator().port()).isNull();
        assertThat(flow.facts().icmp()).isNotNull().satisfies(icmp -> {
            assertThat(icmp.type()).isEqualTo(8);
            assertThat(icmp.code()).isZero();
        });
        assertThat(flow.traffic().originator()).isEqualTo(new Counts(2, 120, 88, 32));
        assertThat(flow.traffic().responder().packets()).isEqualTo(1);
    }

    @Test
    void anArpQuestionAndItsAnswerAreOneFlowWithTheAddressesClaimed() {
        Flow flow = new Tape()
                .frame(Ethernet.arpRequest(Talk.A_MAC, talk.a, talk.b))
                .frame(Ethernet.arpReply(Talk.B_MAC, talk.b, Talk.A_MAC, talk.a))
                .play()
                .only();

        assertThat(flow.key().transport()).isEqualTo(Transport.ARP);
        assertThat(flow.key().ipProtocol()).isNull();
        LinkFacts link = flow.facts().link();
        assertThat(link.originatorMac()).isEqualTo(mac("02:00:00:00:00:0a"));
        assertThat(link.responderMac()).isEqualTo(mac("ff:ff:ff:ff:ff:ff"));
        assertThat(link.arpOperation()).isEqualTo(1);
        assertThat(link.arpSenderMac()).isEqualTo(mac("02:00:00:00:00:0a"));
        assertThat(link.arpAnsweredMac()).isEqualTo(mac("02:00:00:00:00:0b"));
        assertThat(counts(link.originatorArp())).containsExactly(1, 0, 0, 0, 0);
        assertThat(counts(link.responderArp())).containsExactly(0, 1, 0, 0, 0);
        assertThat(flow.traffic().responder()).isEqualTo(new Counts(1, 60, 0, 0));
    }

    @Test
    void anotherClaimToTheSameAddressIsAnotherFlow() {
        Tape.Played played = new Tape()
                .frame(Ethernet.arpRequest(Talk.A_MAC, talk.a, talk.b))
                .frame(Ethernet.arpReply(Talk.B_MAC, talk.b, Talk.A_MAC, talk.a))
                .after(1)
                .frame(Ethernet.arpReply(Mac.of("02:00:00:00:00:66"), talk.b, Talk.A_MAC, talk.a))
                .play();

        assertThat(played.flows()).hasSize(2);
        assertThat(played.flows().getLast().facts().link().arpSenderMac()).isEqualTo(mac("02:00:00:00:00:66"));
    }

    @Test
    void aSecondAnswerToOneQuestionIsSolicitedAndOneLongAfterItIsNot() {
        Mac other = Mac.of("02:00:00:00:00:66");
        Tape.Played played = new Tape()
                .frame(Ethernet.arpRequest(Talk.A_MAC, talk.a, talk.b))
                .frame(Ethernet.arpReply(Talk.B_MAC, talk.b, Talk.A_MAC, talk.a))
                .after(1)
                .frame(Ethernet.arpReply(other, talk.b, Talk.A_MAC, talk.a))
                .after(5)
                .frame(Ethernet.arpReply(other, talk.b, Talk.A_MAC, talk.a))
                .play();

        assertThat(played.flows().getFirst().facts().link().responderArp())
                .satisfies(sent -> assertThat(counts(sent)).containsExactly(0, 1, 0, 0, 0));
        assertThat(played.flows().getLast().facts().link().originatorArp()).satisfies(sent -> {
            assertThat(counts(sent)).containsExactly(0, 2, 1, 0, 0);
            assertThat(sent.lastNanos() - sent.firstNanos()).isEqualTo(5_000_000_000L);
        });
    }

    @Test
    void aMessageThatClaimsAnotherStationsAddressIsCounted() {
        byte[] frame = Ethernet.arpReply(Talk.B_MAC, talk.b, Talk.A_MAC, talk.a);
        System.arraycopy(Mac.of("02:00:00:00:00:66").bytes(), 0, frame, 6, 6);
        Flow flow = new Tape().frame(frame).play().only();

        assertThat(flow.facts().link().originatorArp())
                .satisfies(sent -> assertThat(counts(sent)).containsExactly(0, 1, 1, 0, 1));
    }

    @Test
    void aGratuitousArpIsAFlowOfOneAddress() {
        Flow flow = new Tape()
                .frame(Ethernet.arpReply(Talk.A_MAC, talk.a, Mac.BROADCAST, talk.a))
                .play()
                .only();

        assertThat(flow.originator()).isEqualTo(flow.responder());
        assertThat(flow.traffic().originator().packets()).isEqualTo(1);
        assertThat(flow.facts().link().originatorArp())
                .satisfies(sent -> assertThat(counts(sent)).containsExactly(0, 1, 0, 1, 0));
    }

    @Test
    void laterFragmentsAreCountedToTheFlowOfTheFirst() {
        byte[] whole = Ip.udp(talk.path(true), talk.aPort, talk.bPort, new byte[1_200]);
        Flow flow = new Tape()
                .frame(Talk.frame(true, fragment(whole, 0, 808, true)))
                .frame(Talk.frame(true, fragment(whole, 808, 1_208, false)))
                .play()
                .only();

        assertThat(flow.traffic().originator()).isEqualTo(new Counts(2, 842 + 434, 828 + 420, 1_200));
    }

    @Test
    void aLaterFragmentWithoutItsFirstHasNoPorts() {
        byte[] whole = Ip.udp(talk.path(true), talk.aPort, talk.bPort, new byte[1_200]);
        Flow flow = new Tape()
                .frame(Talk.frame(true, fragment(whole, 808, 1_208, false)))
                .play()
                .only();

        assertThat(flow.key().transport()).isEqualTo(Transport.UDP);
        assertThat(flow.key().originator().port()).isNull();
        assertThat(flow.traffic().originator().payloadBytes()).isEqualTo(400);
    }

    private static byte[] fragment(byte[] whole, int from, int to, boolean more) {
        return new Bytes()
                .raw(Arrays.copyOf(whole, 2))
                .u16(20 + to - from)
                .u16(77)
                .u16((more ? 0x2000 : 0) | from / 8)
                .raw(Arrays.copyOfRange(whole, 8, 20))
                .raw(Arrays.copyOfRange(whole, 20 + from, 20 + to))
                .toArray();
    }

    private static List<Integer> counts(ArpMessages sent) {
        return List.of(sent.requests(), sent.replies(), sent.unsolicited(), sent.gratuitous(), sent.otherSource());
    }

    private static MacAddress mac(String text) {
        return MacAddress.of(text);
    }
}
