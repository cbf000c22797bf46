package io.wirecase.detection.testing;

import static io.wirecase.detection.testing.Messages.text;

import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsClient;
import io.wirecase.core.fact.TlsCourse;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** TLS handshakes as the parser hands them on: a browser's of TLS 1.2 without anything odd unless told otherwise. */
public final class Handshakes {

    private @Nullable Integer clientVersion = 0x0303;
    private @Nullable UntrustedText name = text("www.example.org");
    private List<UntrustedText> alpn = List.of(text("h2"), text("http/1.1"));
    private int chosenVersion = 0x0303;
    private int cipher = 0xC02F;
    private List<Integer> extensions = List.of(0x2A2A, 0, 10, 11, 13, 16, 17513, 65037, 65281);
    private @Nullable Integer padding;
    private boolean encryptedName;
    private boolean overrun;
    private @Nullable TlsCertificates certificates;
    private List<TlsCourse.Alert> alerts = List.of();

    public static Handshakes handshake() {
        return new Handshakes();
    }

    public Handshakes named(@Nullable String serverName) {
        name = serverName == null ? null : text(serverName);
        return this;
    }

    public Handshakes offering(String... protocols) {
        alpn = Stream.of(protocols).map(Messages::text).toList();
        return this;
    }

    public Handshakes chose(int version, int suite) {
        chosenVersion = version;
        cipher = suite;
        return this;
    }

    /** Only what the server sent was seen. */
    public Handshakes helloMissed() {
        clientVersion = null;
        alpn = List.of();
        return named(null);
    }

    public Handshakes extensions(Integer... types) {
        extensions = List.of(types);
        return this;
    }

    public Handshakes padding(int bytes) {
        padding = bytes;
        return this;
    }

    public Handshakes encryptedName() {
        encryptedName = true;
        return this;
    }

    public Handshakes overrun() {
        overrun = true;
        return this;
    }

    public Handshakes alert(Party from, int level, int description) {
        alerts = List.of(new TlsCourse.Alert(from, level, description));
        return this;
    }

    /** The server shows a certificate. */
    public Handshakes shows(TlsCertificate certificate, @Nullable Boolean covers) {
        certificates = new TlsCertificates(List.of(certificate), List.of(), 0, 0, covers);
        return this;
    }

    /** A certificate for some names that is valid from one day to another. */
    public static TlsCertificate certificate(
            String subject, String issuer, String from, String until, String... names) {
        return new TlsCertificate(
                text(subject),
                text(issuer),
                Stream.of(names).map(Messages::text).toList(),
                0,
                seconds(from),
                seconds(until),
                "01",
                "RSA",
                2048,
                "SHA256withRSA",
                "0".repeat(64),
                "a9".repeat(20),
                subject.equals(issuer));
    }

    /** Of an authority, valid from one day to another. */
    public static TlsCertificate issued(String from, String until) {
        return certificate("CN=www.example.org", "CN=An Authority", from, until, "www.example.org");
    }

    private static long seconds(String day) {
        return LocalDate.parse(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    public TlsFacts build() {
        return new TlsFacts(
                clientVersion,
                chosenVersion,
                cipher,
                name,
                alpn,
                null,
                "5".repeat(32),
                "t13d1516h2_8daaf6152771_02713d6af862",
                encryptedName,
                null,
                clientVersion == null ? null : new TlsClient(List.of(), extensions, padding, encryptedName, overrun),
                certificates,
                new TlsCourse(null, null, false, alerts, false, null));
    }
}
