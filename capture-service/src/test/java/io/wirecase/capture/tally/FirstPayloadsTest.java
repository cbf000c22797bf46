package io.wirecase.capture.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstPayloadsTest {

    private final Talk talk = new Talk("192.168.1.10", 40_000, "203.0.113.5", 40_001);

    @Test
    void payloadThatNoParserKnowsIsLookedAt() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) (i ^ 0xA5);
        }
        List<FirstPayload> first =
                played(every, new byte[8], "ab\nabcd".getBytes(StandardCharsets.US_ASCII), every, every);

        assertThat(first)
                .startsWith(
                        new FirstPayload(Party.ORIGINATOR, 256, 8, 4, 95, 0, 37),
                        new FirstPayload(Party.ORIGINATOR, 8, 0, 0, 0, 0, 0),
                        new FirstPayload(Party.ORIGINATOR, 7, 2.236, 3, 6, 2, 4))
                .hasSize(FirstPayload.MAX_PACKETS);
    }

    @Test
    void payloadThatAParserKnowsIsNot() {
        byte[] request = "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        Tape tape = new Tape().frame(talk.aTcp(16, 1, 1, new String(request, StandardCharsets.US_ASCII)));

        assertThat(tape.play().only().activity().first()).isNull();
    }

    @Test
    void aFlowWithoutPayloadHasNone() {
        assertThat(new Tape()
                        .frame(talk.aTcp(2, 1, 0, ""))
                        .play()
                        .only()
                        .activity()
                        .first())
                .isNull();
    }

    @Test
    void aPacketWithoutPayloadIsTold() {
        Tape tape = new Tape()
                .frame(talk.aTcp(24, 1, 1, "\u00e1\u00e2\u00e3\u00e4"))
                .frame(talk.bTcp(16, 1, 5, ""))
                .frame(talk.aTcp(24, 5, 1, "\u00e5\u00e6"))
                .frame(talk.aTcp(24, 7, 1, "\u00e7\u00e8"))
                .frame(talk.aTcp(24, 9, 1, "\u00e9\u00ea"))
                .frame(talk.aTcp(24, 11, 1, "\u00eb\u00ec"))
                .frame(talk.bTcp(16, 1, 13, ""));

        assertThat(tape.play().only().activity().first())
                .extracting(FirstPayload::bareNext)
                .containsExactly(true, false, false, false);
    }

    @Test
    void whatIsKnownByHalfOnlyIsLookedAtOnce() {
        Talk balancer = new Talk("192.168.1.10", 40_000, "203.0.113.5", 80);
        Tape tape = new Tape()
                .frame(balancer.aTcp(24, 1, 1, "PROXY TCP4 192.0.2.1 192.0.2.2 4000 80\r\n"))
                .frame(balancer.aTcp(24, 41, 1, "\u00e5\u00e6"));

        assertThat(tape.play().only().application().carrier()).isEqualTo("HAProxy");
        assertThat(tape.play().only().activity().first()).hasSize(1);
    }

    @Test
    void zerosThatFillUpABareAcknowledgementAreNoPartOfTheStream() {
        String request = "GET /a HTTP/1.1\r\nHost: a.example\r\n\r\n";
        Talk web = Talk.usual();
        Tape padded = new Tape().frame(web.aTcp(16, 1, 1, "\0\0")).frame(web.aTcp(24, 1, 1, request));
        Tape sent = new Tape().frame(web.aTcp(24, 1, 1, "\0\0")).frame(web.aTcp(24, 1, 1, request));

        assertThat(padded.play().only().application().from()).isEqualTo(Application.Found.DECODED);
        assertThat(sent.play().only().application().from()).isEqualTo(Application.Found.BY_PORT);
    }

    private List<FirstPayload> played(byte[]... payloads) {
        Tape tape = new Tape();
        for (byte[] payload : payloads) {
            tape.frame(talk.udp(true, payload));
        }
        List<FirstPayload> first = tape.play().only().activity().first();
        assertThat(first).isNotNull();
        return first;
    }
}
