package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that go on after their flow has ended by silence. */
class SilentConnectionsTest {

    private static final int SYN = 0x02;
    private static final int PSH_ACK = 0x18;
    private static final int FIN_ACK = 0x11;
    private static final String BANNER = "SSH-2.0-OpenSSH_9.6\r\n";
    private static final String SECRET = "\u00e1\u0093\u00f7\u0001\u00aa\u0017\u00c4\u0002";

    private final Talk talk = new Talk("192.168.1.10", 40_000, "203.0.113.5", 2_222);

    private Tape begun() {
        return new Tape().frame(talk.aTcp(PSH_ACK, 1, 1, BANNER)).frame(talk.bTcp(PSH_ACK, 1, 22, BANNER));
    }

    @Test
    void whatGoesOnInTheMiddleIsWhatItWasWhoeverSpeaksFirst() {
        for (boolean client : new boolean[] {true, false}) {
            List<Flow> flows = begun().after(600)
                    .frame(talk.tcp(client, PSH_ACK, 22, 22, SECRET))
                    .play()
                    .flows();

            assertThat(flows).hasSize(2);
            Application later = flows.getLast().application();
            assertThat(later.name()).isEqualTo("SSH");
            assertThat(later.from()).isEqualTo(Application.Found.GUESSED);
        }
    }

    @Test
    void aConnectionThatIsOpenedAnewIsJudgedAnew() {
        List<Flow> flows = begun().after(600)
                .frame(talk.aTcp(SYN, 900, 0, ""))
                .frame(talk.aTcp(PSH_ACK, 901, 1, SECRET))
                .play()
                .flows();

        assertThat(flows.getLast().application().name()).isEqualTo("Unknown");
    }

    @Test
    void aConnectionThatItsEndsClosedDoesNotGoOn() {
        List<Flow> flows = begun().frame(talk.aTcp(FIN_ACK, 22, 22, ""))
                .frame(talk.bTcp(FIN_ACK, 22, 23, ""))
                .after(600)
                .frame(talk.aTcp(PSH_ACK, 22, 22, SECRET))
                .play()
                .flows();

        assertThat(flows.getLast().application().name()).isEqualTo("Unknown");
    }

    @Test
    void bytesThatTellOtherwiseAreBelieved() {
        List<Flow> flows = begun().after(600)
                .frame(talk.aTcp(PSH_ACK, 22, 22, "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"))
                .play()
                .flows();

        assertThat(flows.getLast().application().name()).isEqualTo("HTTP");
    }
}
