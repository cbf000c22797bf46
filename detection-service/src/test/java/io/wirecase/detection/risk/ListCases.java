package io.wirecase.detection.risk;

import static io.wirecase.core.alert.FlowRisk.ANONYMOUS_SUBSCRIBER;
import static io.wirecase.core.alert.FlowRisk.MALICIOUS_FINGERPRINT;
import static io.wirecase.core.alert.FlowRisk.MALICIOUS_SHA1_CERTIFICATE;
import static io.wirecase.core.alert.FlowRisk.MALWARE_HOST_CONTACTED;
import static io.wirecase.core.alert.FlowRisk.RISKY_DOMAIN;
import static io.wirecase.core.alert.FlowRisk.SUSPICIOUS_DGA_DOMAIN;
import static io.wirecase.detection.risk.RiskCase.fires;
import static io.wirecase.detection.risk.RiskCase.stays;
import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Handshakes.handshake;
import static io.wirecase.detection.testing.Handshakes.issued;
import static io.wirecase.detection.testing.Messages.address;
import static io.wirecase.detection.testing.Messages.answer;
import static io.wirecase.detection.testing.Messages.hello;

import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.detection.testing.Extras;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Listed;
import java.util.List;
import java.util.stream.Stream;

/** Cases of names that look generated, and of what operators list. */
final class ListCases {

    private static final String HEX = "246e01fdf525f24195b8e0eeb5d7f6f6.example.org";

    private ListCases() {}

    static List<RiskCase> all() {
        return Stream.of(generated(), risky(), listed()).flatMap(List::stream).toList();
    }

    private static List<RiskCase> generated() {
        return List.of(
                fires(SUSPICIOUS_DGA_DOMAIN, "random letters", asked("xjpakmdcfuqe.biz", 3)),
                fires(SUSPICIOUS_DGA_DOMAIN, "random letters in TLS", named("www.kvqzrhxwtbdj.net")),
                fires(SUSPICIOUS_DGA_DOMAIN, "encoded data", asked(HEX, 0)),
                fires(SUSPICIOUS_DGA_DOMAIN, "encoded data below no top level", asked("t." + "4f3a01c5".repeat(4), 0)),
                stays(SUSPICIOUS_DGA_DOMAIN, "words", named("www.internationalbusiness.example")),
                stays(SUSPICIOUS_DGA_DOMAIN, "words and a number", named("skypedataprdcolneu04.example.net")),
                stays(SUSPICIOUS_DGA_DOMAIN, "a short one of consonants", named("www.qhxkw.net")),
                stays(SUSPICIOUS_DGA_DOMAIN, "digits alone", asked("4008123456789.example", 0)),
                stays(SUSPICIOUS_DGA_DOMAIN, "of this network", asked("xjpakmdcfuqe.lan", 0)),
                stays(
                        SUSPICIOUS_DGA_DOMAIN,
                        "an identifier with hyphens",
                        named("951c558a-5e07-47ca-a0c0-225da1b33163.example.net")),
                stays(SUSPICIOUS_DGA_DOMAIN, "of a known application", Extras.known(named(HEX), "Google")));
    }

    private static List<RiskCase> risky() {
        return List.of(
                fires(RISKY_DOMAIN, "on a list", named(Listed.DOMAIN)),
                fires(RISKY_DOMAIN, "below one on a list", asked("cdn." + Listed.DOMAIN, 3)),
                fires(RISKY_DOMAIN, "generated and there", asked("xjpakmdcfuqe.biz", 0)),
                stays(RISKY_DOMAIN, "generated and not there", asked("xjpakmdcfuqe.biz", 3)),
                stays(RISKY_DOMAIN, "one that ends alike", named("not" + Listed.DOMAIN)));
    }

    private static List<RiskCase> listed() {
        TlsCertificate good = issued("2025-01-01", "2026-01-01");
        TlsCertificate bad = new TlsCertificate(
                good.subject(),
                good.issuer(),
                good.names(),
                0,
                good.notBeforeSeconds(),
                good.notAfterSeconds(),
                good.serial(),
                good.keyAlgorithm(),
                good.keyBits(),
                good.signatureAlgorithm(),
                good.sha256(),
                Listed.CERTIFICATE,
                false);
        return List.of(
                fires(MALWARE_HOST_CONTACTED, "a server in a listed network", flow().server(Listed.SERVER, 443)),
                stays(MALWARE_HOST_CONTACTED, "another server", flow().server("203.0.113.95", 443)),
                stays(MALWARE_HOST_CONTACTED, "a listed one that asks", flow().client(Listed.SERVER, 4_000)),
                fires(ANONYMOUS_SUBSCRIBER, "an exit", flow().client(Listed.EXIT, 4_000)),
                stays(
                        ANONYMOUS_SUBSCRIBER,
                        "an exit that asks within",
                        flow().client(Listed.EXIT, 4_000).server("192.168.1.7", 80)),
                stays(ANONYMOUS_SUBSCRIBER, "an exit that is asked", flow().server(Listed.EXIT, 443)),
                fires(MALICIOUS_FINGERPRINT, "JA3", flow().tls(fingerprint(Listed.FINGERPRINT))),
                stays(MALICIOUS_FINGERPRINT, "another JA3", flow().tls(fingerprint("0".repeat(32)))),
                fires(
                        MALICIOUS_SHA1_CERTIFICATE,
                        "on a list",
                        flow().tls(handshake().shows(bad, true).build())),
                stays(
                        MALICIOUS_SHA1_CERTIFICATE,
                        "not on a list",
                        flow().tls(handshake().shows(good, true).build())));
    }

    private static FlowFixtures named(String name) {
        return flow().tls(hello(0x0303, name, "h2")).application(Found.DECODED, "TLS");
    }

    private static FlowFixtures asked(String name, int code) {
        return flow().dns(answer(name, code, address(60)));
    }

    private static TlsFacts fingerprint(String ja3) {
        return new TlsFacts(0x0303, 0x0303, 0xC02F, null, List.of(), null, ja3, null, false);
    }
}
