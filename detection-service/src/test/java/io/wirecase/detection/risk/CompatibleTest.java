package io.wirecase.detection.risk;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Handshakes.certificate;
import static io.wirecase.detection.testing.Handshakes.handshake;
import static io.wirecase.detection.testing.Handshakes.issued;
import static io.wirecase.detection.testing.Messages.answer;
import static io.wirecase.detection.testing.Messages.chosen;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.detection.engine.DetectorCatalog;
import io.wirecase.detection.testing.Extras;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Handshakes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where names, TLS, SSH and listed protocols are judged as nDPI does, wrong or not. */
class CompatibleTest {

    @Test
    void rc4IsWeakForUsAndNotForNdpi() {
        only(flow().tls(chosen(0x0005)), false, "tls_weak_cipher");
    }

    @Test
    void aServerThatChoosesLessIsOldForUsAndNotForNdpi() {
        only(seen(handshake().chose(0x0301, 0xC014)), false, "tls_obsolete_version");
    }

    @Test
    void aWildcardIsOneLabelForUsAndSeveralForNdpi() {
        Handshakes deeper = handshake()
                .named("wrong.host.example.org")
                .shows(certificate("CN=a", "CN=An Authority", "2025-01-01", "2026-01-01", "*.example.org"), false);
        only(seen(deeper), false, "tls_certificate_mismatch");
    }

    @Test
    void shortLivedCertificatesAreRenewedLaterThanNdpiThinks() {
        only(
                seen(handshake().shows(issued("2025-02-01", "2025-05-02"), true)),
                true,
                "tls_certificate_about_to_expire");
    }

    @Test
    void laterRulesOfValidityAreUnknownToNdpi() {
        only(seen(handshake().shows(issued("2026-03-15", "2027-03-15"), true)), false, "tls_cert_validity_too_long");
    }

    @Test
    void anAddressAsServerNameIsForgottenByNdpiWhereTheCertificateTells() {
        Flow flow = Extras.known(seen(handshake().named("192.0.2.7")), "Teams");
        assertThat(codes(flow, false)).contains("numeric_ip_host");
        assertThat(codes(flow, true)).doesNotContain("numeric_ip_host");
    }

    @Test
    void portNumbersProveNothingToUsAndEnoughToNdpi() {
        only(
                flow().application(Found.BY_PORT, "RDP").server(FlowFixtures.SERVER, 3389),
                true,
                "desktop_or_file_sharing");
        only(flow().application(Found.BY_PORT, "Telnet").server(FlowFixtures.SERVER, 23), true, "unsafe_protocol");
    }

    @Test
    void mailThatTurnsToTlsIsSafeForUsAndNotForNdpi() {
        only(flow().application(Found.DECODED, "POPS").server(FlowFixtures.SERVER, 110), true, "unsafe_protocol");
    }

    @Test
    void namesOfALinkMayBeOfAnyScriptForUsAndNotForNdpi() {
        only(
                flow().dns(answer("\u00e5\u00b0\u008f", 0)).application(Found.DECODED, "LLMNR"),
                true,
                "invalid_characters");
    }

    private static FlowFixtures seen(Handshakes handshake) {
        return flow().tls(handshake.build());
    }

    private static void only(FlowFixtures fixtures, boolean ndpi, String code) {
        Flow flow = fixtures.build();
        assertThat(codes(flow, ndpi)).as("where it is raised").contains(code);
        assertThat(codes(flow, !ndpi)).as("where it is not").doesNotContain(code);
    }

    private static List<String> codes(Flow flow, boolean ndpi) {
        DetectionContext context = new DetectionContext(Networks.PRIVATE, ndpi);
        return DetectorCatalog.detectors().stream()
                .flatMap(detector -> detector.inspect(flow, context).stream())
                .map(Finding::code)
                .toList();
    }
}
