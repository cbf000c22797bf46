package io.wirecase.capture.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.fact.IcmpPayloads.Sent;
import io.wirecase.core.flow.Flow;
import io.wirecase.scenarios.packet.Ip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What echo messages carried, as facts. */
class IcmpExchangeTest {

    private final Talk talk = Talk.usual();
    private final Tape tape = new Tape();

    @Test
    void theEntropyOfMessagesIsTheHighestOfTheFirstFour() {
        byte[] distinct = new byte[64];
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] = (byte) i;
        }
        byte[] random = new byte[128];
        new SplittableRandom(1).nextBytes(random);
        echo(false, 7, 0, new byte[64]).echo(false, 7, 1, distinct);
        echo(false, 7, 2, new byte[64]).echo(false, 7, 3, new byte[64]).echo(false, 7, 4, random);

        Sent sent = Objects.requireNonNull(payloads().originator());
        assertThat(sent.messageEntropy()).isEqualTo(6.0);
    }

    @Test
    void anOrdinaryPingIsAnsweredWithItsOwnDataAndRenewsOnlyItsClock() {
        for (int i = 0; i < 20; i++) {
            byte[] data = ping(56, i);
            echo(false, 7, i, data).echo(true, 7, i, data);
        }

        IcmpPayloads payloads = payloads();

        assertThat(payloads.replies()).isEqualTo(20);
        assertThat(payloads.unequal()).isZero();
        Sent sent = Objects.requireNonNull(payloads.originator());
        assertThat(sent.messages()).isEqualTo(20);
        assertThat(sent.bytes()).isEqualTo(20 * 56);
        assertThat(sent.min()).isEqualTo(56);
        assertThat(sent.median()).isEqualTo(56);
        assertThat(sent.max()).isEqualTo(56);
        assertThat(sent.compared()).isEqualTo(19);
        assertThat(sent.renewed()).isZero();
    }

    @Test
    void aLargePingThatIsAnsweredShortIsStillEqual() {
        for (int i = 0; i < 5; i++) {
            byte[] data = ping(1_400, i);
            echo(false, 7, i, data).echo(true, 7, i, Arrays.copyOf(data, 64));
        }

        IcmpPayloads payloads = payloads();

        assertThat(payloads.replies()).isEqualTo(5);
        assertThat(payloads.unequal()).isZero();
        assertThat(Objects.requireNonNull(payloads.originator()).sampled()).isEqualTo(5 * IcmpPayloads.COMPARED);
        assertThat(Objects.requireNonNull(payloads.responder()).max()).isEqualTo(64);
    }

    @Test
    void repliesWithOtherDataAreUnequalAndWhatIsNewInEachMessageIsRenewed() {
        SplittableRandom chance = new SplittableRandom(5);
        for (int i = 0; i < 40; i++) {
            echo(false, 7, i, random(chance, 300)).echo(true, 7, i, random(chance, 900));
        }

        IcmpPayloads payloads = payloads();

        assertThat(payloads.unequal()).isEqualTo(40);
        Sent answered = Objects.requireNonNull(payloads.responder());
        assertThat(answered.entropy()).isNotNull().satisfies(e -> assertThat(e).isGreaterThan(7.5));
        assertThat(answered.renewed()).isEqualTo(39);
        assertThat(answered.bytes()).isEqualTo(40 * 900);
    }

    /** In an array of its own, so that a look behind its end is found out. */
    @Test
    void aMessageThatWasRecordedOnlyIntoItsHeaderIsCounted() {
        byte[] ping = frame(false, 7, 1, ping(56, 1));
        for (int cut = 57; cut <= 62; cut++) {
            List<Flow> flows = new ArrayList<>();
            FlowAssembler assembler = new FlowAssembler(Tape.IDENTITY, FlowSettings.DEFAULT, flows::add);
            RawPacket packet = new RawPacket();
            byte[] recorded = Arrays.copyOf(ping, ping.length - cut);
            packet.data(recorded, 0, recorded.length, ping.length);
            packet.time(Tape.START, 1_000).origin(1, 0, 1);
            assembler.accept(packet);
            assembler.finish();

            assertThat(flows).hasSize(1);
            assertThat(flows.getFirst().traffic().originator().payloadBytes()).isEqualTo(56);
        }
    }

    @Test
    void aReplyThatAddsToTheRequestIsUnequal() {
        echo(false, 7, 1, new byte[56]).echo(true, 7, 1, new byte[80]);

        assertThat(payloads().unequal()).isEqualTo(1);
    }

    @Test
    void aSecondReplyIsComparedToo() {
        byte[] data = ping(56, 1);
        byte[] other = new byte[200];
        echo(false, 7, 1, data).echo(true, 7, 1, data).echo(true, 7, 1, other);

        IcmpPayloads payloads = payloads();

        assertThat(payloads.replies()).isEqualTo(2);
        assertThat(payloads.unequal()).isEqualTo(1);
    }

    @Test
    void twoProgramsThatPingWithDifferentDataRenewNothing() {
        byte[] pattern = new byte[56];
        Arrays.fill(pattern, (byte) 0xAB);
        for (int i = 0; i < 10; i++) {
            echo(false, 7, i, ping(56, i)).echo(false, 8, i, pattern);
        }

        assertThat(Objects.requireNonNull(payloads().originator()).renewed()).isZero();
    }

    @Test
    void theEntropyOfFewBytesIsThatOfManyAlike() {
        byte[] halves = new byte[100];
        Arrays.fill(halves, 0, 50, (byte) 1);
        for (int i = 0; i < 3; i++) {
            echo(false, 7, i, halves);
        }
        assertThat(Objects.requireNonNull(payloads().originator()).entropy()).isEqualTo(1, within(1e-9));
        for (int i = 3; i < 40; i++) {
            echo(false, 7, i, halves);
        }
        assertThat(Objects.requireNonNull(payloads().originator()).entropy()).isEqualTo(1, within(1e-9));
    }

    @Test
    void messagesCutByTheCaptureCountWithTheirWholeSizes() {
        byte[] frame = frame(false, 7, 1, new byte[400]);
        tape.frame(frame, 60, frame.length);
        tape.frame(frame, 38, frame.length);

        Sent sent = Objects.requireNonNull(payloads().originator());

        assertThat(sent.max()).isEqualTo(400);
        assertThat(sent.sampled()).isEqualTo(60 - 42);
    }

    private IcmpExchangeTest echo(boolean reply, int id, int sequence, byte[] data) {
        tape.frame(frame(reply, id, sequence, data));
        return this;
    }

    private byte[] frame(boolean reply, int id, int sequence, byte[] data) {
        return Talk.frame(!reply, Ip.echo(talk.path(!reply), reply, id, sequence, data));
    }

    private IcmpPayloads payloads() {
        return Objects.requireNonNull(
                Objects.requireNonNull(tape.play().only().facts().icmp()).payloads());
    }

    /** What the usual program sends: a clock of 16 bytes, then counted-up bytes. */
    private static byte[] ping(int size, int clock) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) (i < 16 ? clock * 31 + i * 7 : i);
        }
        return data;
    }

    private static byte[] random(SplittableRandom chance, int size) {
        byte[] data = new byte[size];
        chance.nextBytes(data);
        return data;
    }
}
