package io.wirecase.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisteredDomainTest {

    @Test
    void theLabelsBeforeWhatSomebodyRegisteredAreLeft() {
        assertThat(RegisteredDomain.of("a.b.Example.com")).contains(new RegisteredDomain("example.com", "a.b"));
        assertThat(RegisteredDomain.of("example.co.uk.")).contains(new RegisteredDomain("example.co.uk", ""));
        assertThat(RegisteredDomain.of("www.example.co.uk")).contains(new RegisteredDomain("example.co.uk", "www"));
    }

    @Test
    void belowAHostOfUserContentEachUserIsApart() {
        assertThat(RegisteredDomain.of("x.d111abcdef8.cloudfront.net"))
                .contains(new RegisteredDomain("d111abcdef8.cloudfront.net", "x"));
    }

    @Test
    void aTopLevelThatTheListDoesNotKnowIsASuffix() {
        assertThat(RegisteredDomain.of("a.t.lantern.example")).contains(new RegisteredDomain("lantern.example", "a.t"));
    }

    @Test
    void whatNobodyCanRegisterHasNoDomain() {
        assertThat(RegisteredDomain.of("71.50.168.192.in-addr.arpa")).isEmpty();
        assertThat(RegisteredDomain.of("printer._ipp._tcp.local")).isEmpty();
        assertThat(RegisteredDomain.of("localhost")).isEmpty();
        assertThat(RegisteredDomain.of("co.uk")).isEmpty();
        assertThat(RegisteredDomain.of("")).isEmpty();
    }

    @Test
    void namesThatEndInNoTopLevelAreTogether() {
        assertThat(RegisteredDomain.of("dnscat.0a61.b2c3"))
                .contains(new RegisteredDomain(RegisteredDomain.NOWHERE, "dnscat.0a61.b2c3"));
        assertThat(RegisteredDomain.of("192.0.2.1"))
                .contains(new RegisteredDomain(RegisteredDomain.NOWHERE, "192.0.2.1"));
        assertThat(RegisteredDomain.of("www.xn--bcher-kva.xn--p1ai"))
                .contains(new RegisteredDomain("xn--bcher-kva.xn--p1ai", "www"));
    }

    @Test
    void dataInFrontMayBeAnyBytes() {
        String bytes = "\u00e9\\.+\u0001".repeat(12);
        assertThat(RegisteredDomain.of(bytes + ".t.lantern.example"))
                .contains(new RegisteredDomain("lantern.example", bytes + ".t"));
        assertThat(RegisteredDomain.of("a..b")).isEmpty();
        assertThat(RegisteredDomain.of("a.-b-.com")).isEmpty();
    }
}
