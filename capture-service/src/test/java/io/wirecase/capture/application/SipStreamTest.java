package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.UntrustedText;
import org.junit.jupiter.api.Test;

class SipStreamTest {

    @Test
    void heads_are_read_and_bodies_passed_over() {
        Told told = Conversation.on(5070)
                .client("REGISTER sip:example.org SIP/2.0\r\nUser-Agent: Phone/1\r\nContent-Length: 0\r\n\r\n")
                .server("SIP/2.0 401 Unauthorized\r\nServer: Exchange/2\r\nl: 4\r\n\r\nBYE ")
                .client("REGISTER sip:example.org SIP/2.0\r\nAuthorization: Digest username=\"alice\"\r\n\r\n")
                .server("SIP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n")
                .server("OPTIONS sip:phone SIP/2.0\r\nContent-Length: 29\r\n\r\nINVITE sip:nobody@x SIP/2.0\r\n")
                .client("\r\n\r\nBYE sip:example.org SIP/2.0\r\n\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("SIP");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(told.service().requests()).containsExactly("REGISTER", "OPTIONS", "BYE");
        assertThat(told.client()).isEqualTo("Phone/1");
        assertThat(told.server()).isEqualTo("Exchange/2");
        assertThat(told.login()).isEqualTo(new LoginFacts("SIP", new UntrustedText("Digest"), true, false, 1, true, 3));
        assertThat(told.facts().toString()).doesNotContain("alice");
    }
}
