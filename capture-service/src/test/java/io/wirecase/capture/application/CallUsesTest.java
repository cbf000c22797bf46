package io.wirecase.capture.application;

import static io.wirecase.capture.application.Written.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.labels.ApplicationLabels;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose calls they are that STUN sets up. */
class CallUsesTest {

    private static final String IDS = "2112a442 000102030405060708090a0b ";
    private static final byte[] BINDING = bytes("0001 0000" + IDS);
    private static final byte[] CHALLENGE = bytes("0113 0010" + IDS + "0014 000c 'telegram.org'");

    /** Asks for 198.51.100.7 and port 50000, hidden by the cookie. */
    private static final byte[] PERMISSION =
            bytes("0008 0014" + IDS + "4000 0004 01020304 0012 0008 0001 e242 e721c045");

    private final ExpectedFlows expected = new ExpectedFlows();
    private int port = 40_010;

    @Test
    void a_call_is_named_by_its_realm_and_so_is_what_its_ends_do_next() {
        assertThat(flow("192.168.1.10", 40_000, "203.0.113.9", 1_400, CHALLENGE, 1))
                .isEqualTo("STUN.TelegramVoip");

        assertThat(flow("192.168.1.10", 40_000, "198.51.100.7", 50_000, BINDING, 2))
                .isEqualTo("STUN.TelegramVoip");
        assertThat(flow("192.168.1.10", 40_001, "198.51.100.7", 50_001, BINDING, 3))
                .isEqualTo("STUN");
        assertThat(flow("192.168.1.10", 40_000, "198.51.100.8", 50_000, BINDING, 3_600))
                .isEqualTo("STUN");
    }

    @Test
    void whom_a_relay_is_asked_to_reach_is_of_the_same_call() {
        assertThat(flow("192.168.1.10", 40_000, "203.0.113.9", 3_478, PERMISSION, 1))
                .isEqualTo("STUN.WhatsAppCall");

        assertThat(flow("192.168.1.10", 40_001, "198.51.100.7", 50_000, BINDING, 2))
                .isEqualTo("STUN.WhatsAppCall");
        assertThat(flow("192.168.1.10", 40_002, "198.51.100.7", 50_001, BINDING, 2))
                .isEqualTo("STUN");
    }

    @Test
    void what_a_flow_says_itself_comes_before_what_its_ends_did() {
        flow("192.168.1.10", 40_000, "203.0.113.9", 1_400, CHALLENGE, 1);

        assertThat(flow("192.168.1.10", 40_000, "203.0.113.9", 3_478, PERMISSION, 2))
                .isEqualTo("STUN.WhatsAppCall");
    }

    @Test
    void attributes_and_messages_of_one_vendor_name_its_application() {
        assertThat(alone("0001 0008" + IDS + "8070 0004 00000003")).isEqualTo("STUN.Skype_TeamsCall");
        assertThat(alone("0800 0004" + IDS + "4000 0000")).isEqualTo("STUN.WhatsAppCall");
        assertThat(alone("0113 0018" + IDS + "0014 0012 'turn.l.google.com0' 0000"))
                .isEqualTo("STUN.GoogleCall");
    }

    @Test
    void a_realm_or_an_attribute_of_anybody_names_no_application() {
        assertThat(alone("0113 0010" + IDS + "0014 000b 'example.org' 00")).isEqualTo("STUN");
        assertThat(alone("0001 0008" + IDS + "8022 0004 'turn'")).isEqualTo("STUN");
    }

    private String alone(String datagram) {
        port++;
        return flow("192.168.1.20", port, "203.0.113.20", port, bytes(datagram), 1);
    }

    /** The name of a flow of one datagram from the responder. */
    private String flow(String from, int fromPort, String to, int toPort, byte[] datagram, long second) {
        Endpoint originator = new Endpoint(IpAddress.of(from), fromPort);
        Endpoint responder = new Endpoint(IpAddress.of(to), toPort);
        ApplicationTracker tracker = new ApplicationTracker(
                Transport.UDP, originator, responder, new NameResolutions(), expected, Talk.FLOW);
        tracker.data(Party.RESPONDER, datagram, 0, datagram.length, second * Talk.SECOND, second);
        FlowKey key = new FlowKey(Transport.UDP, null, originator, responder, List.of(), null);
        return ApplicationLabels.SHIPPED
                .label(tracker.application(), tracker.facts(), null, key)
                .name();
    }
}
