package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An application protocol offered or chosen that is not in the IANA ALPN registry (RFC 7301 section 6). */
public final class UncommonAlpn implements FlowRiskDetector {

    private static final Set<String> REGISTERED = Set.of(
            "stun.turn",
            "stun.nat-discovery",
            "h2",
            "h2c",
            "h3",
            "webrtc",
            "c-webrtc",
            "ftp",
            "imap",
            "pop3",
            "managesieve",
            "coap",
            "co",
            "xmpp-client",
            "xmpp-server",
            "acme-tls/1",
            "mqtt",
            "dot",
            "doq",
            "ntske/1",
            "sunrpc",
            "smb",
            "irc",
            "nntp",
            "nnsp",
            "sip/2",
            "tds/8.0",
            "dicom",
            "postgresql",
            "radius/1.0",
            "radius/1.1");

    /** Families with drafts and versions of their own. */
    private static final List<String> FAMILIES = List.of("http/", "spdy/", "h2-", "h3-", "hq-", "doq-");

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_UNCOMMON_ALPN;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        if (tls == null) {
            return Optional.empty();
        }
        List<UntrustedText> protocols = new ArrayList<>(tls.alpn());
        UntrustedText chosen = tls.chosenAlpn();
        if (chosen != null) {
            protocols.add(chosen);
        }
        return protocols.stream()
                .filter(protocol -> !known(protocol.raw()))
                .findFirst()
                .map(protocol -> Findings.of(
                        risk(), "Application protocol in TLS that is not registered", protocol, "a registered one"));
    }

    private static boolean known(String protocol) {
        return REGISTERED.contains(protocol) || FAMILIES.stream().anyMatch(protocol::startsWith) || reserved(protocol);
    }

    /** Values that clients send so that servers learn to ignore what they do not know (RFC 8701). */
    private static boolean reserved(String protocol) {
        return protocol.length() == 2
                && protocol.charAt(0) == protocol.charAt(1)
                && (protocol.charAt(0) & 0x0F) == 0x0A;
    }
}
