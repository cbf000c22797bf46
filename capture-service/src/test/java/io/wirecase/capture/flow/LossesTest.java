package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.wire.Losses;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a capture shows of itself that it does not hold. */
class LossesTest {

    private static final int SYN = TcpFacts.SYN;
    private static final int ACK = TcpFacts.ACK;
    private static final int FIN = TcpFacts.FIN | TcpFacts.ACK;

    private final Talk talk = Talk.usual();

    /** Of an exchange of ten bytes each way, the packets whose letter is given; capitals from the client. */
    private Losses losses(String packets) {
        Tape tape = new Tape();
        for (char packet : packets.toCharArray()) {
            tape.after(0.01)
                    .frame(
                            switch (packet) {
                                case 'S' -> talk.aTcp(SYN, 100, 0, "");
                                case 'h' -> talk.bTcp(SYN | ACK, 500, 101, "");
                                case 'A' -> talk.aTcp(ACK, 101, 501, "");
                                case 'D' -> talk.aTcp(ACK, 101, 501, "0123456789");
                                case 'd' -> talk.bTcp(ACK, 501, 111, "abcdefghij");
                                case 'f' -> talk.bTcp(FIN, 511, 111, "");
                                case 'F' -> talk.aTcp(FIN, 111, 512, "");
                                case 'a' -> talk.bTcp(ACK, 512, 112, "");
                                case 'r' -> talk.bTcp(TcpFacts.RST | ACK, 0, 101, "");
                                default -> throw new IllegalArgumentException("no packet " + packet);
                            });
        }
        return tape.play().accounts().losses();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ShADdfFa", "SSShADDddfFa", "S", "SSS", "Sr", "SShr", "A", "h", "a", "D", "Dd", "DdfFa", "dfFa"})
    void aConnectionThatIsWholeAsFarAsItGoesLacksNothing(String packets) {
        assertThat(losses(packets)).isEqualTo(new Losses(0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void oneSideThatAnswersAnotherThatIsNotThereIsOneSided() {
        assertThat(losses("SADF")).as("with the end").isEqualTo(new Losses(0, 1, 1, 0, 11, 0, 0));
        assertThat(losses("hdfa")).as("with the end").isEqualTo(new Losses(0, 1, 1, 0, 11, 0, 0));
        assertThat(losses("hdf")).isEqualTo(new Losses(0, 1, 1, 0, 10, 0, 0));
    }

    @Test
    void payloadThatIsAcknowledgedAndNotThereIsMissing() {
        assertThat(losses("ShAdfFa")).as("the request").isEqualTo(new Losses(0, 1, 0, 1, 10, 0, 0));
        assertThat(losses("ShADfFa")).as("the reply").isEqualTo(new Losses(0, 1, 0, 1, 10, 0, 0));
    }

    @Test
    void anEndThatIsAcknowledgedAndNotThereLeavesTheConnectionIncompleteWithoutABytesMissing() {
        assertThat(losses("ShADdFa")).isEqualTo(new Losses(0, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void bytesThatWereNotRecordedAreCounted() {
        byte[] frame = talk.aTcp(ACK, 1, 1, "0123456789");

        assertThat(new Tape()
                        .frame(frame, frame.length - 6, frame.length)
                        .play()
                        .accounts()
                        .losses())
                .isEqualTo(new Losses(6, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void timeThatRunsBackwardsIsCountedWithItsFarthestStep() {
        byte[] frame = talk.aTcp(SYN, 1, 0, "");

        assertThat(new Tape()
                        .frame(frame)
                        .after(-0.5)
                        .frame(frame)
                        .after(3)
                        .frame(frame)
                        .after(-2)
                        .frame(frame)
                        .play()
                        .accounts()
                        .losses())
                .isEqualTo(new Losses(0, 1, 0, 0, 0, 2, 2_000_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OfficeDay", "B1", "B1-scan", "A2-tunnel", "A3", "X1"})
    void aCaptureOfAGoodSensorLacksNothing(String fixture) throws IOException {
        Losses losses = ofFixture(fixture);

        assertThat(losses.any()).as(losses.toString()).isFalse();
        assertThat(losses.missingBytes()).isZero();
        assertThat(losses.connections()).isPositive();
    }

    @Test
    void everyDefectOfABadSensorShowsInTheAccounts() throws IOException {
        Losses losses = ofFixture("X2");

        assertThat(losses.cutBytes()).isBetween(1_000L, 20_000L);
        assertThat(losses.oneSided()).isBetween(18L, 20L);
        assertThat(losses.incomplete()).isBetween(5L, 26L);
        assertThat(losses.missingBytes()).isGreaterThan(19 * 189);
        assertThat(losses.stepsBack()).isOne();
        assertThat(losses.farthestStepNanos() / 1_000_000_000).isBetween(3_200L, 3_600L);
    }

    private static Losses ofFixture(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, CaptureFormat.PCAP)) {
            Fixtures.named(name).write(writer, Settings.DEFAULT);
        }
        return Tape.play(out.toByteArray(), FlowSettings.DEFAULT).accounts().losses();
    }
}
