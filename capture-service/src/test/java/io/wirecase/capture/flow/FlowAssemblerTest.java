package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.packet.Outcome;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.Span;
import io.wirecase.core.net.Party;
import io.wirecase.core.wire.Ids;
import io.wirecase.core.wire.Losses;
import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ip;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowAssemblerTest {

    private final Talk talk = Talk.usual();

    @Test
    void aFlowIsCountedAtThreeLayersEachWay() {
        Flow flow = new Tape()
                .frame(talk.udp(true, new byte[100]))
                .after(0.5)
                .frame(talk.udp(true, new byte[1]))
                .after(1)
                .frame(talk.udp(false, new byte[200]))
                .play()
                .only();

        assertThat(flow.traffic().originator()).isEqualTo(new Counts(2, 142 + 60, 128 + 29, 101));
        assertThat(flow.traffic().responder()).isEqualTo(new Counts(1, 242, 228, 200));
        assertThat(flow.span()).isEqualTo(new Span(Tape.START, Tape.START + 1_500_000_000, 1, 3));
        assertThat(flow.key().originator()).hasToString("192.168.1.10:40000");
        assertThat(flow.key().responder()).hasToString("203.0.113.5:80");
        assertThat(flow.id()).isEqualTo(Ids.flow(Tape.IDENTITY.captureId(), 1, 1, null));
        assertThat(flow.activity())
                .isEqualTo(new Activity(
                        2,
                        1,
                        List.of(
                                new Activity.Message(0, Party.ORIGINATOR, 100),
                                new Activity.Message(500_000_000, Party.ORIGINATOR, 1),
                                new Activity.Message(1_500_000_000, Party.RESPONDER, 200)),
                        null,
                        flow.activity().first()));
    }

    @Test
    void whoSendsFirstIsTheOriginatorWhateverThePorts() {
        Flow flow = new Tape()
                .frame(talk.udp(false, new byte[9]))
                .frame(talk.udp(true, new byte[9]))
                .play()
                .only();

        assertThat(flow.originator()).hasToString("203.0.113.5");
        assertThat(flow.traffic().responder().packets()).isEqualTo(1);
    }

    @Test
    void silenceEndsAFlowAndTheSameEndsStartAnother() {
        Tape.Played played = new Tape()
                .frame(talk.udp(true, new byte[9]))
                .after(120)
                .frame(talk.udp(true, new byte[9]))
                .after(120.001)
                .frame(talk.udp(true, new byte[9]))
                .play();

        assertThat(played.flows())
                .extracting(flow -> flow.traffic().total().packets())
                .containsExactly(2L, 1L);
        assertThat(played.flows())
                .extracting(Flow::ending)
                .containsExactly(
                        new Ending(Ending.Reason.IDLE, 1, true), new Ending(Ending.Reason.CAPTURE_END, 1, true));
    }

    @Test
    void tcpMayBeSilentLonger() {
        Tape.Played played = new Tape()
                .frame(talk.aTcp(TcpFacts.ACK, 1, 1, "x"))
                .after(299)
                .frame(talk.aTcp(TcpFacts.ACK, 2, 1, "y"))
                .play();

        assertThat(played.only().traffic().total().packets()).isEqualTo(2);
    }

    @Test
    void aLongFlowIsPublishedInPartsWithCumulativeCounters() {
        Tape tape = new Tape();
        for (int i = 0; i < 25; i++) {
            tape.frame(talk.udp(true, new byte[10])).after(60);
        }

        Tape.Played played = tape.play();

        assertThat(played.flows())
                .extracting(Flow::id)
                .containsOnly(played.flows().getFirst().id());
        assertThat(played.flows())
                .extracting(flow -> flow.traffic().total().packets())
                .containsExactly(10L, 20L, 25L);
        assertThat(played.flows())
                .extracting(Flow::ending)
                .containsExactly(
                        new Ending(Ending.Reason.ACTIVE, 1, false),
                        new Ending(Ending.Reason.ACTIVE, 2, false),
                        new Ending(Ending.Reason.CAPTURE_END, 3, true));
    }

    @Test
    void aFullTablePushesOutWhatWasSilentLongestAndCountsIt() {
        FlowSettings three = new FlowSettings(
                FlowSettings.DEFAULT.tcpIdle(),
                FlowSettings.DEFAULT.udpIdle(),
                FlowSettings.DEFAULT.closedLinger(),
                FlowSettings.DEFAULT.active(),
                3,
                1_000);
        Tape tape = new Tape().settings(three);
        for (int port = 1; port <= 5; port++) {
            tape.frame(new Talk("10.0.0.1", port, "10.0.0.2", 9).udp(true, new byte[4]))
                    .after(0.001);
        }

        Tape.Played played = tape.play();

        assertThat(played.flows())
                .extracting(flow -> flow.key().originator().port())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(played.flows())
                .filteredOn(flow -> flow.ending().reason() == Ending.Reason.EVICTED)
                .hasSize(2);
        assertThat(played.accounts().evicted()).isEqualTo(2);
        assertThat(played.accounts().flows()).isEqualTo(5);
    }

    @Test
    void vlansKeepFlowsApart() {
        byte[] plain = talk.udp(true, new byte[9]);
        byte[] tagged = new Bytes()
                .raw(Arrays.copyOf(plain, 12))
                .u16(0x8100)
                .u16(5)
                .raw(Arrays.copyOfRange(plain, 12, plain.length))
                .toArray();

        Tape.Played played = new Tape().frame(plain).frame(tagged).play();

        assertThat(played.flows()).extracting(flow -> flow.key().vlans()).containsExactly(List.of(), List.of(5));
    }

    @Test
    void onePacketWithAnAbsurdTimeEndsOnlyAFewFlows() {
        Tape tape = new Tape();
        for (int round = 0; round < 2; round++) {
            for (int port = 1; port <= 50; port++) {
                tape.frame(new Talk("10.0.0.1", port, "10.0.0.2", 9).udp(true, new byte[4]))
                        .after(0.001);
            }
            tape.after(1e6).frame(talk.udp(true, new byte[4])).after(-1e6);
        }

        assertThat(tape.play().flows()).hasSizeBetween(51, 60);
    }

    @Test
    void aClockThatStepsBackFarEndsWhatWasBefore() {
        Tape.Played played = new Tape()
                .frame(talk.udp(true, new byte[4]))
                .after(-86_400)
                .frame(talk.udp(true, new byte[4]))
                .play();

        assertThat(played.flows()).extracting(flow -> flow.span().firstPacket()).containsExactly(2L, 1L);
    }

    @Test
    void aFlowInATunnelHasThePathInKeyAndId() {
        byte[] inner = Ip.udp(talk.path(true), talk.aPort, talk.bPort, new byte[40]);
        byte[] gtp =
                new Bytes().u8(0x30).u8(255).u16(inner.length).u32(1).raw(inner).toArray();
        Ip.Path path = new Talk("10.9.9.1", 1, "10.9.9.2", 2).path(true);

        Flow flow = new Tape()
                .frame(Talk.frame(true, Ip.udp(path, 2_152, 2_152, gtp)))
                .play()
                .only();

        assertThat(flow.key().tunnel()).isEqualTo("gtp");
        assertThat(flow.originator()).hasToString("192.168.1.10");
        assertThat(flow.id()).isEqualTo(Ids.flow(Tape.IDENTITY.captureId(), 1, 1, "gtp"));
    }

    @Test
    void everyPacketIsInExactlyOneAccount() {
        byte[] frame = talk.udp(true, new byte[300]);
        Tape.Played played = new Tape()
                .frame(frame)
                .frame(frame, 100, frame.length)
                .frame(new byte[60])
                .frame(new byte[5])
                .after(-1)
                .frame(frame)
                .play();

        assertThat(played.accounts())
                .isEqualTo(new Accounts(
                        5,
                        3,
                        Map.of(Outcome.NOT_IP, 1L, Outcome.BAD_LINK_HEADER, 1L),
                        1,
                        3L * frame.length + 65,
                        Tape.START - 1_000_000_000,
                        Tape.START,
                        1L,
                        List.of(1),
                        1,
                        Shortages.NONE,
                        new Losses(frame.length - 100, 0, 0, 0, 0, 1, 1_000_000_000),
                        Fragments.NONE));
        assertThat(played.only().traffic().originator().payloadBytes()).isEqualTo(900);
    }
}
