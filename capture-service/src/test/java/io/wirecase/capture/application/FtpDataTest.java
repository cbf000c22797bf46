package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import org.junit.jupiter.api.Test;

class FtpDataTest {

    @Test
    void the_data_of_ftp_goes_where_the_two_agreed_it_would() {
        assertThat(dataAfter("227 Entering Passive Mode (203,0,113,5,156,65)\r\n")
                        .application()
                        .name())
                .isEqualTo("FTP_DATA");
        assertThat(dataAfter("229 Entering Extended Passive Mode (|||40001|)\r\n")
                        .application()
                        .name())
                .isEqualTo("FTP_DATA");
        assertThat(dataAfter("227 Entering Passive Mode (203,0,113,6,156,65)\r\n")
                        .application()
                        .name())
                .isEqualTo("Unknown");
        assertThat(dataAfter("227 Entering Passive Mode (999,0,113,5,999,65)\r\n")
                        .application()
                        .name())
                .isEqualTo("Unknown");
    }

    /** A file's bytes to port 40001 after this reply. */
    private static ApplicationTracker dataAfter(String reply) {
        ExpectedFlows expected = new ExpectedFlows();
        ApplicationTracker control = tracker(21, expected);
        send(control, Party.RESPONDER, "220 ftp\r\n");
        send(control, Party.ORIGINATOR, "EPSV\r\n");
        send(control, Party.RESPONDER, reply);
        ApplicationTracker data = tracker(40_001, expected);
        send(data, Party.RESPONDER, "\u0001\u0002 no protocol's bytes");
        return data;
    }

    private static ApplicationTracker tracker(int port, ExpectedFlows expected) {
        return new ApplicationTracker(
                Transport.TCP,
                new Endpoint(Talk.CLIENT, 50_000),
                new Endpoint(Talk.SERVER, port),
                new NameResolutions(),
                expected,
                Talk.FLOW);
    }

    private static void send(ApplicationTracker to, Party sender, String text) {
        byte[] bytes = Talk.bytes(text);
        to.data(sender, bytes, 0, bytes.length, Talk.SECOND, 1);
    }
}
