package io.wirecase.detection.risk;

import static io.wirecase.core.alert.FlowRisk.OBFUSCATED_TRAFFIC;
import static io.wirecase.core.alert.FlowRisk.TLS_ALPN_SNI_MISMATCH;
import static io.wirecase.core.alert.FlowRisk.TLS_CERTIFICATE_ABOUT_TO_EXPIRE;
import static io.wirecase.core.alert.FlowRisk.TLS_CERTIFICATE_EXPIRED;
import static io.wirecase.core.alert.FlowRisk.TLS_CERTIFICATE_MISMATCH;
import static io.wirecase.core.alert.FlowRisk.TLS_CERT_VALIDITY_TOO_LONG;
import static io.wirecase.core.alert.FlowRisk.TLS_FATAL_ALERT;
import static io.wirecase.core.alert.FlowRisk.TLS_MISSING_SNI;
import static io.wirecase.core.alert.FlowRisk.TLS_NOT_CARRYING_HTTPS;
import static io.wirecase.core.alert.FlowRisk.TLS_OBSOLETE_VERSION;
import static io.wirecase.core.alert.FlowRisk.TLS_SELFSIGNED_CERTIFICATE;
import static io.wirecase.core.alert.FlowRisk.TLS_SUSPICIOUS_ESNI;
import static io.wirecase.core.alert.FlowRisk.TLS_SUSPICIOUS_EXTENSION;
import static io.wirecase.core.alert.FlowRisk.TLS_UNCOMMON_ALPN;
import static io.wirecase.core.alert.FlowRisk.TLS_WEAK_CIPHER;
import static io.wirecase.detection.risk.RiskCase.fires;
import static io.wirecase.detection.risk.RiskCase.stays;
import static io.wirecase.detection.testing.Extras.service;
import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Handshakes.certificate;
import static io.wirecase.detection.testing.Handshakes.handshake;
import static io.wirecase.detection.testing.Handshakes.issued;
import static io.wirecase.detection.testing.Messages.chosen;
import static io.wirecase.detection.testing.Messages.hello;

import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Handshakes;
import java.util.List;
import java.util.stream.Stream;

/** Cases of the risks of TLS. All flows are of 12 April 2025. */
final class TlsCases {

    private static final TlsCertificate OWN =
            certificate("CN=nas.local", "CN=nas.local", "2025-01-01", "2026-01-01", "nas.local");

    private TlsCases() {}

    static List<RiskCase> all() {
        return Stream.of(hellos(), choices(), certificates(), validity(), oddities())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RiskCase> hellos() {
        FlowFixtures call =
                flow().transport(Transport.UDP).tls(hello(0xFEFD, null)).application(Found.DECODED, "STUN", "DTLS");
        FlowFixtures database = flow().tls(hello(0x0303, null)).application(Found.DECODED, "PostgreSQL", "TLS");
        FlowFixtures unnamedCall =
                flow().transport(Transport.UDP).tls(hello(0xFEFD, null)).application(Found.DECODED, "DTLS");
        return List.of(
                fires(TLS_MISSING_SNI, "no name", flow().tls(hello(0x0303, null, "h2"))),
                stays(TLS_MISSING_SNI, "a name", flow().tls(hello(0x0303, "a.example", "h2"))),
                stays(TLS_MISSING_SNI, "a call in a browser", call),
                stays(TLS_MISSING_SNI, "a call that began with STUN", service(unnamedCall, "STUN", "Binding")),
                stays(TLS_MISSING_SNI, "a database", database),
                fires(TLS_ALPN_SNI_MISMATCH, "HTTP without a name", flow().tls(hello(0x0303, null, "h2", "http/1.1"))),
                stays(TLS_ALPN_SNI_MISMATCH, "mail without a name", flow().tls(hello(0x0303, null, "imap"))),
                fires(TLS_NOT_CARRYING_HTTPS, "nothing offered", flow().tls(hello(0x0303, "a.example"))),
                stays(TLS_NOT_CARRYING_HTTPS, "HTTP offered", flow().tls(hello(0x0303, "a.example", "http/1.1"))),
                stays(TLS_NOT_CARRYING_HTTPS, "a database", database),
                fires(TLS_UNCOMMON_ALPN, "an unknown protocol", flow().tls(hello(0x0303, "a.example", "evil/1"))),
                stays(TLS_UNCOMMON_ALPN, "a draft of HTTP/3", flow().tls(hello(0x0303, "a.example", "h3-29"))),
                stays(TLS_UNCOMMON_ALPN, "a draft of DNS", flow().tls(hello(0x0303, "a.example", "doq-i00"))),
                stays(TLS_UNCOMMON_ALPN, "a reserved value", flow().tls(hello(0x0303, "a.example", "\u00da\u00da"))));
    }

    private static List<RiskCase> choices() {
        return List.of(
                fires(TLS_OBSOLETE_VERSION, "TLS 1.1", flow().tls(hello(0x0302, "a.example", "h2"))),
                fires(TLS_OBSOLETE_VERSION, "TLS 1.0 chosen", seen(handshake().chose(0x0301, 0xC014))),
                stays(TLS_OBSOLETE_VERSION, "TLS 1.2", flow().tls(hello(0x0303, "a.example", "h2"))),
                fires(TLS_WEAK_CIPHER, "RSA key exchange", flow().tls(chosen(0x002F))),
                fires(TLS_WEAK_CIPHER, "triple DES", flow().tls(chosen(0x000A))),
                fires(TLS_WEAK_CIPHER, "RC4", flow().tls(chosen(0x0005))),
                fires(TLS_WEAK_CIPHER, "no encryption", flow().tls(chosen(0x003B))),
                fires(TLS_WEAK_CIPHER, "a key of 40 bits", flow().tls(chosen(0x0003))),
                fires(TLS_WEAK_CIPHER, "nobody authenticated", flow().tls(chosen(0x0034))),
                stays(TLS_WEAK_CIPHER, "ECDHE with AES-GCM", flow().tls(chosen(0xC02F))),
                stays(TLS_WEAK_CIPHER, "TLS 1.3", flow().tls(chosen(0x1301))));
    }

    private static List<RiskCase> certificates() {
        TlsCertificate other =
                certificate("CN=b", "CN=An Authority", "2025-01-01", "2026-01-01", "b.example", "*.example.org");
        FlowFixtures call = seen(handshake().named(null).shows(OWN, null));
        return List.of(
                fires(
                        TLS_SELFSIGNED_CERTIFICATE,
                        "its own issuer",
                        seen(handshake().shows(OWN, true))),
                stays(
                        TLS_SELFSIGNED_CERTIFICATE,
                        "an authority's",
                        seen(handshake().shows(issued("2025-01-01", "2026-01-01"), true))),
                stays(TLS_SELFSIGNED_CERTIFICATE, "of a call", service(call, "STUN", "Binding")),
                stays(
                        TLS_SELFSIGNED_CERTIFICATE,
                        "of a program that knows its peers",
                        seen(handshake().shows(OWN, true)).application(Found.DECODED, "TLS", "AnyDesk")),
                fires(TLS_CERTIFICATE_MISMATCH, "another name", seen(handshake().shows(other, false))),
                stays(
                        TLS_CERTIFICATE_MISMATCH,
                        "a wildcard for it",
                        seen(handshake().shows(other, true))),
                stays(
                        TLS_CERTIFICATE_MISMATCH,
                        "no name asked for",
                        seen(handshake().named(null).shows(other, null))));
    }

    private static List<RiskCase> validity() {
        return List.of(
                fires(TLS_CERTIFICATE_EXPIRED, "since yesterday", seen(shown("2024-04-12", "2025-04-11"))),
                fires(TLS_CERTIFICATE_EXPIRED, "not valid yet", seen(shown("2025-04-14", "2026-04-11"))),
                stays(TLS_CERTIFICATE_EXPIRED, "on its last day", seen(shown("2024-04-13", "2025-04-13"))),
                fires(TLS_CERTIFICATE_ABOUT_TO_EXPIRE, "a week left", seen(shown("2024-04-20", "2025-04-20"))),
                stays(TLS_CERTIFICATE_ABOUT_TO_EXPIRE, "five weeks left", seen(shown("2024-05-20", "2025-05-20"))),
                stays(TLS_CERTIFICATE_ABOUT_TO_EXPIRE, "over already", seen(shown("2024-04-10", "2025-04-10"))),
                stays(
                        TLS_CERTIFICATE_ABOUT_TO_EXPIRE,
                        "of 90 days with 20 left, before its renewal is late",
                        seen(shown("2025-02-01", "2025-05-02"))),
                fires(TLS_CERT_VALIDITY_TOO_LONG, "of two years", seen(shown("2024-06-01", "2026-06-01"))),
                stays(TLS_CERT_VALIDITY_TOO_LONG, "of 398 days", seen(shown("2024-06-01", "2025-07-04"))),
                stays(TLS_CERT_VALIDITY_TOO_LONG, "from before the rule", seen(shown("2020-08-31", "2025-08-31"))),
                fires(
                        TLS_CERT_VALIDITY_TOO_LONG,
                        "of a year, from the time of 200 days",
                        seen(shown("2026-03-15", "2027-03-15"))),
                stays(
                        TLS_CERT_VALIDITY_TOO_LONG,
                        "of a call",
                        service(seen(shown("2024-06-01", "2026-06-01")), "STUN", "Binding")));
    }

    private static List<RiskCase> oddities() {
        return List.of(
                fires(TLS_SUSPICIOUS_ESNI, "both names", seen(handshake().encryptedName())),
                stays(
                        TLS_SUSPICIOUS_ESNI,
                        "the encrypted one alone",
                        seen(handshake().named(null).encryptedName())),
                fires(TLS_SUSPICIOUS_EXTENSION, "of nobody", seen(handshake().extensions(0, 10, 65283))),
                fires(TLS_SUSPICIOUS_EXTENSION, "of datagrams", seen(handshake().extensions(0, 10, 54))),
                fires(
                        TLS_SUSPICIOUS_EXTENSION,
                        "beyond its end",
                        seen(handshake().overrun())),
                stays(TLS_SUSPICIOUS_EXTENSION, "a browser's", seen(handshake())),
                stays(
                        TLS_SUSPICIOUS_EXTENSION,
                        "of datagrams in datagrams",
                        seen(handshake().extensions(10, 54))
                                .transport(Transport.UDP)
                                .application(Found.DECODED, "DTLS")),
                fires(TLS_FATAL_ALERT, "an unknown authority", seen(handshake().alert(Party.ORIGINATOR, 2, 48))),
                stays(
                        TLS_FATAL_ALERT,
                        "an unknown name, as a warning",
                        seen(handshake().alert(Party.RESPONDER, 1, 112))),
                fires(OBFUSCATED_TRAFFIC, "much padding", seen(handshake().padding(1_200))),
                stays(
                        OBFUSCATED_TRAFFIC,
                        "padding to 512 bytes",
                        seen(handshake().padding(300))));
    }

    private static Handshakes shown(String from, String until) {
        return handshake().shows(issued(from, until), true);
    }

    private static FlowFixtures seen(Handshakes handshake) {
        return flow().tls(handshake.build());
    }
}
