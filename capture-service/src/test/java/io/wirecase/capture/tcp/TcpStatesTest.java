package io.wirecase.capture.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.SynFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Party;
import io.wirecase.scenarios.packet.Bytes;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.TcpSegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpStatesTest {

    private final Talk talk = Talk.usual();

    /** Letters as in Zeek's history: s SYN, h SYN+ACK, a ACK, d data, f FIN+ACK, r RST; upper case from A. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "S,S0",
        "Sh,S1",
        "ShA,S1",
        "ShADd,S1",
        "ShADdFfA,SF",
        "ShADdfFa,SF",
        "Sr,REJ",
        "ShADF,S2",
        "ShADf,S3",
        "ShADR,RSTO",
        "ShADr,RSTR",
        "SR,RSTOS0",
        "SF,SH",
        "hr,RSTRH",
        "h,OTH",
        "A,OTH",
        "Dd,OTH",
        "DdFf,SF",
        "r,OTH"
    })
    void aConversationHasZeeksState(String packets, String state) {
        Flow flow = play(packets).only();

        assertThat(tcp(flow).state()).isEqualTo(state);
    }

    @Test
    void historyKeepsEachLetterOncePerSideInOrder() {
        assertThat(tcp(play("ShADDddAaFfA").only()).history()).isEqualTo("ShADdaFf");
    }

    @Test
    void flagsAreUnitedPerSideAndTheFirstPacketsAreKept() {
        TcpFacts facts = tcp(play("ShADr").only());

        assertThat(facts.firstFlags()).isEqualTo(TcpFacts.SYN);
        assertThat(facts.originatorFlags()).isEqualTo(TcpFacts.SYN | TcpFacts.ACK | TcpFacts.PSH);
        assertThat(facts.responderFlags()).isEqualTo(TcpFacts.SYN | TcpFacts.ACK | TcpFacts.RST);
        assertThat(facts.firstReset()).isEqualTo(Party.RESPONDER);
    }

    @ParameterizedTest(name = "flags {0} are odd: {1}")
    @CsvSource({"0,0", "41,41", "1,1", "2,", "17,", "16,"})
    void flagsThatNoTcpSendsAreKept(int flags, Integer odd) {
        Flow flow = new Tape().frame(talk.aTcp(flags, 1, 0, "")).play().only();

        assertThat(tcp(flow).oddFlags()).isEqualTo(odd);
    }

    @Test
    void aSynShowsWindowTtlAndOptionsInOrder() {
        byte[] options = new Bytes()
                .u16(0x0204)
                .u16(1460)
                .u16(0x0402)
                .u16(0x080A)
                .u32(1)
                .u32(0)
                .u8(1)
                .u8(3)
                .u8(3)
                .u8(7)
                .toArray();
        TcpSegment syn =
                new TcpSegment(40_000, 80, TcpSegment.SYN).window(64_240).options(options);
        Flow flow = new Tape()
                .frame(Talk.frame(true, Ip.tcp(talk.path(true), syn)))
                .play()
                .only();

        assertThat(tcp(flow).syn()).isEqualTo(new SynFacts(64_240, 64, 1460, 7, "mss,sok,ts,nop,ws"));
    }

    @Test
    void optionsThatRunPastTheHeaderAreNamedBad() {
        byte[] options = new Bytes().u16(0x0204).u16(1460).u8(8).u8(200).u16(0).toArray();
        TcpSegment syn = new TcpSegment(40_000, 80, TcpSegment.SYN).options(options);
        Flow flow = new Tape()
                .frame(Talk.frame(true, Ip.tcp(talk.path(true), syn)))
                .play()
                .only();

        assertThat(tcp(flow).syn().options()).isEqualTo("mss,bad");
    }

    @Test
    void theHandshakeIsTimedFromSynToTheOriginatorsAck() {
        Flow flow = new Tape()
                .frame(talk.aTcp(TcpFacts.SYN, 100, 0, ""))
                .after(0.020)
                .frame(talk.bTcp(TcpFacts.SYN | TcpFacts.ACK, 500, 101, ""))
                .after(0.005)
                .frame(talk.aTcp(TcpFacts.ACK, 101, 501, ""))
                .play()
                .only();

        assertThat(tcp(flow).handshakeNanos()).isEqualTo(25_000_000);
    }

    @Test
    void segmentsSentAgainAreCountedAndLateOnesAreNot() {
        Flow flow = new Tape()
                .frame(talk.aTcp(TcpFacts.SYN, 100, 0, ""))
                .frame(talk.aTcp(TcpFacts.SYN, 100, 0, ""))
                .frame(talk.bTcp(TcpFacts.SYN | TcpFacts.ACK, 500, 101, ""))
                .frame(talk.aTcp(TcpFacts.ACK, 101, 501, "one."))
                .frame(talk.aTcp(TcpFacts.ACK, 101, 501, "one."))
                .frame(talk.bTcp(TcpFacts.ACK, 505, 105, "late"))
                .frame(talk.bTcp(TcpFacts.ACK, 501, 105, "soon"))
                .play()
                .only();

        assertThat(tcp(flow).originatorRetransmissions()).isEqualTo(2);
        assertThat(tcp(flow).responderRetransmissions()).isZero();
        assertThat(tcp(flow).history()).isEqualTo("ShDTd");
        assertThat(flow.traffic().originator().payloadBytes()).isEqualTo(8);
    }

    @Test
    void aSynAfterTheEndStartsANewFlow() {
        Tape.Played played = play("SrSrShADdFfAS");

        assertThat(played.flows()).extracting(flow -> tcp(flow).state()).containsExactly("REJ", "REJ", "SF", "S0");
        assertThat(played.flows())
                .extracting(flow -> flow.ending().reason())
                .containsExactly(
                        Ending.Reason.RESET, Ending.Reason.RESET, Ending.Reason.CLOSED, Ending.Reason.CAPTURE_END);
        assertThat(played.flows()).extracting(Flow::id).doesNotHaveDuplicates();
    }

    @Test
    void aSynWithAnotherNumberGivesUpTheConversationBefore() {
        Tape.Played played = new Tape()
                .frame(talk.aTcp(TcpFacts.SYN, 100, 0, ""))
                .frame(talk.bTcp(TcpFacts.SYN | TcpFacts.ACK, 500, 101, ""))
                .frame(talk.aTcp(TcpFacts.SYN, 100, 0, ""))
                .frame(talk.aTcp(TcpFacts.SYN, 777, 0, ""))
                .play();

        assertThat(played.flows())
                .extracting(flow -> flow.traffic().total().packets())
                .containsExactly(3L, 1L);
    }

    @Test
    void attemptsWithoutAnAnswerStayOneFlow() {
        Flow flow = new Tape()
                .frame(talk.aTcp(TcpFacts.SYN, 100, 0, ""))
                .frame(talk.aTcp(TcpFacts.SYN, 200, 0, ""))
                .play()
                .only();

        assertThat(tcp(flow).state()).isEqualTo("S0");
    }

    @Test
    void aStragglerDoesNotMakeTheServerTheOriginatorOfTheNextConversation() {
        Tape.Played played = new Tape()
                .frame(talk.bTcp(TcpFacts.FIN | TcpFacts.ACK, 500, 101, ""))
                .frame(talk.aTcp(TcpFacts.SYN, 700, 0, ""))
                .play();

        assertThat(played.flows()).hasSize(2);
        assertThat(played.flows().getLast().originator()).hasToString("192.168.1.10");
    }

    @Test
    void anAnswerRecordedBeforeItsSynIsTheSameConversation() {
        Flow flow = new Tape()
                .frame(talk.bTcp(TcpFacts.SYN | TcpFacts.ACK, 500, 101, ""))
                .frame(talk.aTcp(TcpFacts.SYN, 100, 0, ""))
                .frame(talk.aTcp(TcpFacts.ACK, 101, 501, ""))
                .play()
                .only();

        assertThat(tcp(flow).state()).isEqualTo("S1");
        assertThat(flow.originator()).hasToString("203.0.113.5");
    }

    private Tape.Played play(String packets) {
        Tape tape = new Tape();
        long[] next = {1_000, 9_000};
        for (char letter : packets.toCharArray()) {
            boolean fromA = Character.isUpperCase(letter);
            int me = fromA ? 0 : 1;
            int flags = switch (Character.toLowerCase(letter)) {
                case 's' -> TcpFacts.SYN;
                case 'h' -> TcpFacts.SYN | TcpFacts.ACK;
                case 'd' -> TcpFacts.ACK | TcpFacts.PSH;
                case 'f' -> TcpFacts.FIN | TcpFacts.ACK;
                case 'r' -> TcpFacts.RST;
                default -> TcpFacts.ACK;
            };
            String payload = Character.toLowerCase(letter) == 'd' ? "data" : "";
            tape.after(0.01).frame(talk.tcp(fromA, flags, next[me], next[1 - me], payload));
            next[me] += payload.length() + ((flags & (TcpFacts.SYN | TcpFacts.FIN)) != 0 ? 1 : 0);
        }
        return tape.play();
    }

    private static TcpFacts tcp(Flow flow) {
        TcpFacts facts = flow.facts().tcp();
        assertThat(facts).isNotNull();
        return facts;
    }
}
