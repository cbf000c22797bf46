package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.dns.DnsBytes;
import io.wirecase.capture.testkit.Parts;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Flow;
import io.wirecase.scenarios.packet.Ip;
import org.junit.jupiter.api.Test;

/** Fragments that come before the first one of their packet. */
class EarlyFragmentsTest {

    private final Talk four = new Talk("192.168.1.10", 40_000, "203.0.113.5", 53);
    private final byte[] query = Ip.udp(
            four.path(true),
            40_000,
            53,
            DnsBytes.query(9).question("www.example.com", 1).bytes());

    @Test
    void partsThatCameBeforeTheFirstBelongToItsFlow() {
        byte[] whole = FragmentsTest.answer(four);
        Tape.Played played = new Tape(101)
                .frame(Parts.v4Last(whole, 7, 208))
                .frame(Parts.v4(whole, 7, 104, 208, true))
                .frame(query)
                .after(1)
                .frame(Parts.v4(whole, 7, 0, 104, true))
                .play();

        assertThat(FragmentsTest.answers(played.only())).isEqualTo(20);
        assertThat(played.only().traffic().total().packets()).isEqualTo(4);
        assertThat(played.only().facts().dns()).isNotNull();
        assertThat(played.accounts().fragments()).isEqualTo(new Fragments(1, 0, 0, 0, 0));
    }

    @Test
    void aFlowMayBeginWithAPartBeforeTheFirst() {
        byte[] whole = FragmentsTest.answer(four);
        Flow flow = new Tape(101)
                .frame(Parts.v4Last(whole, 7, 104))
                .after(0.5)
                .frame(Parts.v4(whole, 7, 0, 104, true))
                .play()
                .only();

        assertThat(flow.span().firstPacket()).isEqualTo(1);
        assertThat(flow.span().startNanos()).isEqualTo(Tape.START);
        assertThat(flow.key().originator().port()).isEqualTo(53);
        assertThat(flow.traffic().withoutFragments().originator().packets()).isEqualTo(1);
        assertThat(FragmentsTest.answers(flow)).isEqualTo(20);
    }

    @Test
    void partsWhoseFirstNeverComesAreCountedInTheOrderOfTheirFlows() {
        byte[] whole = FragmentsTest.answer(four);
        Talk other = new Talk("192.168.1.11", 1_000, "203.0.113.5", 53);
        Tape tape = new Tape(101)
                .frame(Parts.v4Last(whole, 7, 104))
                .after(1)
                .frame(Ip.udp(other.path(true), 1_000, 53, new byte[9]));
        for (int i = 0; i < 40; i++) {
            tape.after(10).frame(Ip.udp(other.path(true), 2_000 + i, 53, new byte[9]));
        }
        Tape.Played played = tape.play();

        assertThat(played.flows()).hasSize(42);
        assertThat(played.flows().getFirst().key().originator().port()).isNull();
        assertThat(played.flows()).extracting(flow -> flow.span().endNanos()).isSorted();
    }
}
