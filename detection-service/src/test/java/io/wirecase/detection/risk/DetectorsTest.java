package io.wirecase.detection.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.alert.Side;
import io.wirecase.core.flow.Application;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.engine.DetectorCatalog;
import io.wirecase.detection.testing.FlowFixtures;
import io.wirecase.detection.testing.Listed;
import io.wirecase.detection.testing.Messages;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DetectorsTest {

    private static final DetectionContext CONTEXT = new DetectionContext(Networks.PRIVATE, false, Listed.one());
    private static final DetectionContext NDPI = new DetectionContext(Networks.PRIVATE, true);
    private static final Map<FlowRisk, FlowRiskDetector> BY_RISK = DetectorCatalog.detectors().stream()
            .collect(
                    Collectors.toMap(FlowRiskDetector::risk, d -> d, (a, b) -> a, () -> new EnumMap<>(FlowRisk.class)));

    static Stream<RiskCase> cases() {
        return Stream.of(
                        HttpCases.all(),
                        TlsCases.all(),
                        EncryptedCases.all(),
                        ListCases.all(),
                        OtherCases.all(),
                        ContentCases.all(),
                        NdpiCases.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachDetectorFiresOnItsRiskAndNotOnItsLookAlike(RiskCase one) {
        Optional<Finding> finding = inspect(one);
        assertThat(finding.isPresent()).as(one.toString()).isEqualTo(one.alerts());
        finding.ifPresent(found -> {
            assertThat(found.code()).isEqualTo(one.risk().code());
            assertThat(found.points()).isEqualTo(one.risk().points());
            assertThat(found.accountable()).isEqualTo(one.risk().accountable());
            assertThat(found.description()).isNotBlank();
        });
    }

    @Test
    void everyDetectorHasACaseThatAlertsAndOneThatMustNot() {
        Set<FlowRisk> listed = EnumSet.copyOf(BY_RISK.keySet());
        assertThat(cases().filter(RiskCase::alerts).map(RiskCase::risk).collect(Collectors.toSet()))
                .isEqualTo(listed);
        assertThat(cases().filter(c -> !c.alerts()).map(RiskCase::risk).collect(Collectors.toSet()))
                .isEqualTo(listed);
        assertThat(DetectorCatalog.detectors()).hasSameSizeAs(listed);
    }

    @Test
    void anOldServerIsTheServersAndNamesItsVersionAndTheLimit() {
        Finding finding = only(
                FlowRisk.HTTP_OBSOLETE_SERVER,
                FlowFixtures.flow()
                        .http(Messages.exchange(null, Messages.response(204, "Server", "nginx/1.14.0 (Ubuntu)"))));
        assertThat(finding.accountable()).isEqualTo(Side.SERVER);
        assertThat(finding.description()).contains("nginx 1.14.0");
        assertThat(finding.observed()).isEqualTo(Messages.text("nginx/1.14.0 (Ubuntu)"));
        assertThat(finding.limit()).isEqualTo("nginx 1.22.0");
    }

    @Test
    void aMissingUserAgentIsObservedAsAbsent() {
        Finding finding = only(
                FlowRisk.HTTP_SUSPICIOUS_USER_AGENT,
                FlowFixtures.flow().http(Messages.exchange(Messages.request("GET", "/", "a.example"), null)));
        assertThat(finding.observed()).isNull();
        assertThat(finding.accountable()).isEqualTo(Side.CLIENT);
    }

    @Test
    void aProtocolOnAnotherPortSaysWhereItWasExpected() {
        Finding finding = only(
                FlowRisk.KNOWN_PROTOCOL_ON_NON_STANDARD_PORT,
                FlowFixtures.flow()
                        .application(Application.Found.DECODED, "TLS")
                        .server(FlowFixtures.SERVER, 80));
        assertThat(finding.description()).isEqualTo("TLS found on 80, expected on 443");
        assertThat(finding.observed()).isEqualTo(new UntrustedText("80"));
        assertThat(finding.limit()).isEqualTo("TLS on 443");
    }

    @Test
    void aTunnelOnAnotherPortSaysItOfTheProtocolInsideFirst() {
        Finding finding = only(
                FlowRisk.KNOWN_PROTOCOL_ON_NON_STANDARD_PORT,
                FlowFixtures.flow()
                        .application(Application.Found.DECODED, "HTTP_Connect", "TLS")
                        .server(FlowFixtures.SERVER, 80));
        assertThat(finding.description())
                .isEqualTo("TLS found on 80, expected on 443; HTTP_Connect found on 80, expected on 8080");
        assertThat(finding.limit()).isEqualTo("TLS on 443; HTTP_Connect on 8080");
    }

    @Test
    void refusalsAreToldApartByWhoRefused() {
        assertThat(only(FlowRisk.TCP_ISSUES, FlowFixtures.flow().refused()).description())
                .contains("by the server");
        assertThat(only(FlowRisk.TCP_ISSUES, FlowFixtures.flow().emptyHanded()).description())
                .contains("by the client");
    }

    @Test
    void aMatchInAListNamesTheListTheLineAndTheDay() {
        Finding finding =
                only(FlowRisk.MALWARE_HOST_CONTACTED, FlowFixtures.flow().server(Listed.SERVER, 443));
        assertThat(finding.observed()).isEqualTo(new UntrustedText(Listed.SERVER));
        assertThat(finding.limit()).isEqualTo("servers.txt, line 2, of 2026-11-02");
    }

    @Test
    void aPasswordNeverEntersAFinding() {
        Finding finding = only(
                FlowRisk.CLEAR_TEXT_CREDENTIALS,
                FlowFixtures.flow()
                        .http(Messages.exchange(
                                Messages.request("GET", "/", "a.example", "Authorization", "Basic c2VjcmV0"), null)));
        assertThat(finding.toString()).doesNotContain("c2VjcmV0");
    }

    private static Finding only(FlowRisk risk, FlowFixtures flow) {
        return inspect(RiskCase.fires(risk, "", flow)).orElseThrow();
    }

    private static Optional<Finding> inspect(RiskCase one) {
        FlowRiskDetector detector = BY_RISK.get(one.risk());
        return detector == null ? Optional.empty() : detector.inspect(one.flow(), one.ndpi() ? NDPI : CONTEXT);
    }
}
