package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsCourse;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A fatal alert (RFC 8446 section 6) in clear: a handshake that one side broke off. */
public final class FatalAlert implements FlowRiskDetector {

    private static final int FATAL = 2;

    /** Of the IANA registry of TLS alerts, those that are sent before encryption begins. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(10, "unexpected_message"),
            Map.entry(20, "bad_record_mac"),
            Map.entry(22, "record_overflow"),
            Map.entry(40, "handshake_failure"),
            Map.entry(42, "bad_certificate"),
            Map.entry(43, "unsupported_certificate"),
            Map.entry(44, "certificate_revoked"),
            Map.entry(45, "certificate_expired"),
            Map.entry(46, "certificate_unknown"),
            Map.entry(47, "illegal_parameter"),
            Map.entry(48, "unknown_ca"),
            Map.entry(49, "access_denied"),
            Map.entry(50, "decode_error"),
            Map.entry(51, "decrypt_error"),
            Map.entry(70, "protocol_version"),
            Map.entry(71, "insufficient_security"),
            Map.entry(80, "internal_error"),
            Map.entry(86, "inappropriate_fallback"),
            Map.entry(109, "missing_extension"),
            Map.entry(110, "unsupported_extension"),
            Map.entry(112, "unrecognized_name"),
            Map.entry(113, "bad_certificate_status_response"),
            Map.entry(116, "certificate_required"),
            Map.entry(120, "no_application_protocol"));

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_FATAL_ALERT;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        TlsCourse course = tls == null ? null : tls.course();
        return course == null
                ? Optional.empty()
                : course.alerts().stream()
                        .filter(alert -> alert.level() == FATAL)
                        .findFirst()
                        .map(alert -> Findings.of(
                                risk(),
                                "Handshake broken off by the "
                                        + alert.from().name().toLowerCase(Locale.ROOT),
                                new UntrustedText(name(alert.description())),
                                "no fatal alert"));
    }

    private static String name(int description) {
        String name = NAMES.get(description);
        return name == null ? "alert " + description : name + " (" + description + ")";
    }
}
