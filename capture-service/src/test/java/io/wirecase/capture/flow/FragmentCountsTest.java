package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.dns.DnsBytes;
import io.wirecase.capture.testkit.Parts;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Traffic;
import io.wirecase.scenarios.packet.Ip;
import org.junit.jupiter.api.Test;

/** Fragments are packets of their flow, and are told apart where they have no transport header. */
class FragmentCountsTest {

    private final Talk four = new Talk("192.168.1.10", 40_000, "203.0.113.5", 53);
    private final byte[] query = Ip.udp(
            four.path(true),
            40_000,
            53,
            DnsBytes.query(9).question("www.example.com", 1).bytes());

    @Test
    void partsWithoutATransportHeaderAreCountedApartToo() {
        byte[] whole = FragmentsTest.answer(four);
        Traffic traffic = new Tape(101)
                .frame(query)
                .frame(Parts.v4(whole, 7, 0, 104, true))
                .frame(Parts.v4(whole, 7, 104, 208, true))
                .frame(Parts.v4Last(whole, 7, 208))
                .play()
                .only()
                .traffic();

        assertThat(traffic.responder())
                .isEqualTo(new Counts(3, whole.length + 40, whole.length + 40, whole.length - 28));
        assertThat(traffic.withoutFragments().responder()).isEqualTo(new Counts(1, 124, 124, 96));
        assertThat(traffic.withoutFragments().originator()).isEqualTo(traffic.originator());
    }

    @Test
    void aFlowOfPartsWhoseFirstWasNotSeenHasThemAsItsPackets() {
        byte[] whole = FragmentsTest.answer(four);
        Traffic traffic = new Tape(101)
                .frame(Parts.v4(whole, 7, 104, 208, true))
                .frame(Parts.v4Last(whole, 7, 208))
                .play()
                .only()
                .traffic();

        assertThat(traffic.fragments()).isNull();
        assertThat(traffic.total().packets()).isEqualTo(2);
    }
}
