package io.wirecase.capture.application.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorLinksTest {

    private static final FlowKey KEY = new FlowKey(
            Transport.TCP,
            6,
            new Endpoint(IpAddress.of("192.168.1.2"), 50_000),
            new Endpoint(IpAddress.of("203.0.113.9"), 9001),
            List.of(),
            null);

    @Test
    void aCertificateOfMadeUpNamesIsATorRelaysAndAGuess() {
        Application labelled = label(hello("www.kq4k.com", "CN=www.ab3defghij.net", "CN=www.zyx2vuts.com"), null);

        assertThat(labelled.name()).isEqualTo("TLS.Tor");
        assertThat(labelled.from()).isEqualTo(Found.DECODED);
        assertThat(labelled.named()).isEqualTo(Found.GUESSED);
        assertThat(label(hello(null, "CN=www.ab3defghij.net", "CN=www.zyx2vuts.com"), null)
                        .name())
                .isEqualTo("TLS.Tor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.com|CN=www.example.net|CN=www.example.com",
                "www.mail.example.com|CN=www.ab3defghij.net|CN=www.zyx2vuts.com",
                "www.kq4k.com|CN=www.ab3defghij.net,O=A Company|CN=www.zyx2vuts.com",
                "www.kq4k.com|CN=www.ab3defghij.net|CN=A CA,O=Authority,C=US",
                "www.ab3defghij.com|CN=www.ab3defghij.net|CN=www.zyx2vuts.com",
                "www.kq4k.com|CN=www.ab8defghij.net|CN=www.zyx2vuts.com",
                "www.kq4k.com|CN=www.short.net|CN=www.zyx2vuts.com"
            })
    void otherCertificatesAreNot(String said) {
        String[] parts = said.split("\\|");

        assertThat(label(hello(parts[0], parts[1], parts[2]), null).name()).isEqualTo("TLS");
    }

    @Test
    void whereTheCertificateIsEncryptedARandomNameThatNobodyResolvedTells() {
        assertThat(label(hello("www.q3bx7kfzn4tdlw2.com"), null).name()).isEqualTo("TLS.Tor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.google.com",
                "www.web2print.com",
                "www.b2b4business.com",
                "www.4shared.com",
                "www.strengthsfinder.com",
                "www.q3bx7kfzn4tdlw2.net",
                "q3bx7kfzn4tdlw2.com",
                "www.q3b7k.com"
            })
    void namesOfPeopleDoNot(String name) {
        assertThat(label(hello(name), null).name()).doesNotContain("Tor");
    }

    @Test
    void norDoARandomNameThatWasResolvedAndABrowsersOffer() {
        TlsFacts browser = new TlsFacts(
                0x303, null, null, text("www.q3bx7kfzn4tdlw2.com"), List.of(text("h2")), null, null, null, false);

        assertThat(label(hello("www.q3bx7kfzn4tdlw2.com"), "www.q3bx7kfzn4tdlw2.com")
                        .name())
                .isEqualTo("TLS");
        assertThat(label(browser, null).name()).isEqualTo("TLS");
    }

    @Test
    void anyDeskOffersItsNameForAProtocol() {
        TlsFacts offer =
                new TlsFacts(0x303, null, null, null, List.of(text("anydesk/7.1.0/windows")), null, null, null, false);
        TlsFacts other = new TlsFacts(0x303, null, null, null, List.of(text("notanydesk/7")), null, null, null, false);

        assertThat(label(offer, null).name()).isEqualTo("TLS.AnyDesk");
        assertThat(label(other, null).name()).isEqualTo("TLS");
    }

    private static Application label(TlsFacts tls, @Nullable String resolved) {
        Resolution resolution = resolved == null ? null : new Resolution(text(resolved), 1, 1, null);
        return ApplicationLabels.SHIPPED.label(
                new Application(List.of("TLS"), Found.DECODED),
                new Facts.Draft().tls(tls).build(),
                resolution,
                KEY);
    }

    private static TlsFacts hello(String name) {
        return new TlsFacts(0x303, null, null, text(name), List.of(), null, null, null, false);
    }

    private static TlsFacts hello(@Nullable String name, String subject, String issuer) {
        TlsCertificate certificate = new TlsCertificate(
                text(subject),
                text(issuer),
                List.of(),
                0,
                0,
                1,
                "01",
                "RSA",
                1024,
                "SHA256withRSA",
                "00",
                "00",
                subject.equals(issuer));
        return new TlsFacts(
                0x303,
                0x303,
                0xC02F,
                name == null ? null : text(name),
                List.of(),
                null,
                null,
                null,
                false,
                null,
                null,
                new TlsCertificates(List.of(certificate), List.of(), 0, 0, null),
                null);
    }

    private static UntrustedText text(String raw) {
        return new UntrustedText(raw);
    }
}
