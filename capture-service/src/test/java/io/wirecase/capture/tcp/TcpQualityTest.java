package io.wirecase.capture.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.fact.TcpQuality;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.TcpSegment;
import org.junit.jupiter.api.Test;

/** Zeek's rarer history letters, and how well a connection went. */
class TcpQualityTest {

    private static final int SYN = TcpFacts.SYN;
    private static final int ACK = TcpFacts.ACK;
    private static final int FIN = TcpFacts.FIN;
    private static final int RST = TcpFacts.RST;

    private final Talk talk = Talk.usual();
    private final Tape tape = new Tape()
            .frame(talk.aTcp(SYN, 100, 0, ""))
            .after(0.020)
            .frame(talk.bTcp(SYN | ACK, 500, 101, ""))
            .after(0.005)
            .frame(talk.aTcp(ACK, 101, 501, ""));

    @Test
    void theHandshakeIsTimedInTwoParts() {
        assertThat(play(tape).quality()).isEqualTo(new TcpQuality(20_000_000L, 5_000_000L, null, null));
    }

    @Test
    void theAnswerIsTimedFromTheSynItFollows() {
        Tape again = new Tape()
                .frame(talk.aTcp(SYN, 100, 0, ""))
                .after(1)
                .frame(talk.aTcp(SYN, 100, 0, ""))
                .after(0.030)
                .frame(talk.bTcp(SYN | ACK, 500, 101, ""));

        assertThat(play(again).quality()).isEqualTo(new TcpQuality(30_000_000L, null, null, null));
    }

    @Test
    void nothingToTellIsAbsent() {
        assertThat(play(new Tape().frame(talk.aTcp(SYN, 100, 0, ""))).quality()).isNull();
    }

    @Test
    void whatIsAcknowledgedButNotInTheCaptureIsAGap() {
        TcpFacts facts = play(tape.frame(talk.aTcp(ACK, 101, 501, "abc"))
                .frame(talk.aTcp(ACK, 114, 501, "xyz"))
                .frame(talk.bTcp(ACK, 501, 104, ""))
                .frame(talk.bTcp(ACK, 501, 117, "")));

        assertThat(facts.history()).isEqualTo("ShADaG");
        assertThat(facts.quality().originator()).isEqualTo(new TcpQuality.Side(0, 0, 0, 10));
    }

    @Test
    void whatComesLateIsOutOfOrderAndNoGap() {
        TcpFacts facts = play(tape.frame(talk.bTcp(ACK, 505, 101, "late"))
                .frame(talk.bTcp(ACK, 501, 101, "soon"))
                .frame(talk.aTcp(ACK, 101, 509, "")));

        assertThat(facts.history()).isEqualTo("ShAd");
        assertThat(facts.quality().responder()).isEqualTo(new TcpQuality.Side(1, 0, 0, 0));
    }

    @Test
    void acknowledgementsSentAgainCountWhileDataIsOnTheWay() {
        TcpFacts facts = play(tape.frame(talk.bTcp(ACK, 505, 101, "more"))
                .frame(talk.aTcp(ACK, 101, 501, ""))
                .frame(talk.aTcp(ACK, 101, 501, ""))
                .frame(talk.bTcp(ACK, 501, 101, "lost"))
                .frame(talk.aTcp(ACK, 101, 509, ""))
                .frame(talk.aTcp(ACK, 101, 509, "")));

        assertThat(facts.quality().originator()).isEqualTo(new TcpQuality.Side(0, 2, 0, 0));
    }

    @Test
    void repeatsAreToldAtTheFirstTenthAndHundredthTime() {
        tape.frame(talk.aTcp(ACK, 101, 501, "again"));
        for (int i = 0; i < 100; i++) {
            tape.frame(talk.aTcp(ACK, 101, 501, "again"));
        }
        TcpFacts facts = play(tape);

        assertThat(facts.history()).isEqualTo("ShADTTT");
        assertThat(facts.originatorRetransmissions()).isEqualTo(100);
    }

    @Test
    void aZeroWindowIsToldAndCounted() {
        TcpSegment full = new TcpSegment(talk.bPort, talk.aPort, ACK).numbers(501, 101);
        TcpFacts facts = play(tape.frame(Talk.frame(false, Ip.tcp(talk.path(false), full))));

        assertThat(facts.history()).isEqualTo("ShAaw");
        assertThat(facts.quality().responder()).isEqualTo(new TcpQuality.Side(0, 0, 1, 0));
    }

    @Test
    void aBadChecksumIsTold() {
        byte[] frame = talk.aTcp(ACK, 101, 501, "broken");
        frame[14 + 20 + 20 + 2] ^= 1;
        byte[] odd = talk.bTcp(ACK, 501, 107, "odd");
        odd[14 + 20 + 16] ^= 1;

        assertThat(play(tape.frame(frame).frame(odd)).history()).isEqualTo("ShACDcd");
    }

    @Test
    void checksumsOfIpv6AreKnown() {
        Talk six = new Talk("2001:db8::10", 40_000, "2001:db8::5", 80);
        byte[] right = six.aTcp(SYN, 100, 0, "");
        byte[] wrong = six.bTcp(SYN | ACK, 500, 101, "");
        wrong[14 + 40 + 16] ^= 1;

        assertThat(play(new Tape().frame(right).frame(wrong)).history()).isEqualTo("Sch");
    }

    @Test
    void aCutSegmentHasNoChecksumToCompare() {
        byte[] frame = talk.aTcp(ACK, 101, 501, "a longer payload than what is kept");

        assertThat(play(new Tape().frame(frame, 60, frame.length)).history()).isEqualTo("D");
    }

    @Test
    void contradictingFlagsAndNewNumbersAreTold() {
        assertThat(play(new Tape().frame(talk.aTcp(SYN | FIN, 1, 0, ""))).history())
                .isEqualTo("QSF");
        assertThat(play(new Tape().frame(talk.aTcp(FIN | RST, 1, 0, ""))).history())
                .isEqualTo("IFR");
        TcpFacts resets = play(tape.frame(talk.bTcp(RST, 501, 0, ""))
                .frame(talk.bTcp(RST, 501, 0, ""))
                .frame(talk.bTcp(RST, 777, 0, "")));
        assertThat(resets.history()).isEqualTo("ShArr");
    }

    @Test
    void anAnswerSeenFirstIsMarked() {
        Tape answered = new Tape().frame(talk.bTcp(SYN | ACK, 500, 101, "")).frame(talk.aTcp(ACK, 101, 501, "x"));

        assertThat(play(answered).history()).isEqualTo("^Hd");
        assertThat(play(answered).state()).isEqualTo("OTH");
    }

    private static TcpFacts play(Tape tape) {
        TcpFacts facts = tape.play().only().facts().tcp();
        assertThat(facts).isNotNull();
        return facts;
    }
}
