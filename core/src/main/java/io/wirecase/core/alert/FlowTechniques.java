package io.wirecase.core.alert;

import java.util.EnumMap;
import java.util.Map;

/** The ATT&amp;CK technique of each flow risk that one fits. Most flows with a risk are harmless all the same. */
final class FlowTechniques {

    private static final String VERSION = "19";

    private static final Technique EXPLOIT = of("T1190", "Exploit Public-Facing Application");
    private static final Technique WEB = of("T1071.001", "Application Layer Protocol: Web Protocols");
    private static final Technique DNS = of("T1071.004", "Application Layer Protocol: DNS");
    private static final Technique SNIFFING = of("T1040", "Network Sniffing");
    private static final Technique ENCRYPTED = of("T1573", "Encrypted Channel");
    private static final Technique FROM_OUTSIDE = of("T1105", "Ingress Tool Transfer");

    static final Map<FlowRisk, Technique> OF = new EnumMap<>(Map.ofEntries(
            Map.entry(FlowRisk.URL_POSSIBLE_XSS, of("T1059.007", "Command and Scripting Interpreter: JavaScript")),
            Map.entry(FlowRisk.URL_POSSIBLE_SQL_INJECTION, EXPLOIT),
            Map.entry(FlowRisk.URL_POSSIBLE_RCE_INJECTION, EXPLOIT),
            Map.entry(FlowRisk.HTTP_SUSPICIOUS_URL, EXPLOIT),
            Map.entry(FlowRisk.POSSIBLE_EXPLOIT, EXPLOIT),
            Map.entry(FlowRisk.BINARY_APPLICATION_TRANSFER, FROM_OUTSIDE),
            Map.entry(FlowRisk.BINARY_DATA_TRANSFER, FROM_OUTSIDE),
            Map.entry(FlowRisk.KNOWN_PROTOCOL_ON_NON_STANDARD_PORT, of("T1571", "Non-Standard Port")),
            Map.entry(FlowRisk.HTTP_SUSPICIOUS_USER_AGENT, WEB),
            Map.entry(FlowRisk.HTTP_SUSPICIOUS_HEADER, WEB),
            Map.entry(FlowRisk.HTTP_SUSPICIOUS_CONTENT, of("T1001", "Data Obfuscation")),
            Map.entry(
                    FlowRisk.SUSPICIOUS_DGA_DOMAIN,
                    of("T1568.002", "Dynamic Resolution: Domain Generation Algorithms")),
            Map.entry(FlowRisk.SMB_INSECURE_VERSION, of("T1210", "Exploitation of Remote Services")),
            Map.entry(FlowRisk.TLS_SUSPICIOUS_ESNI, of("T1090.004", "Proxy: Domain Fronting")),
            Map.entry(FlowRisk.UNSAFE_PROTOCOL, SNIFFING),
            Map.entry(FlowRisk.CLEAR_TEXT_CREDENTIALS, SNIFFING),
            Map.entry(FlowRisk.DNS_SUSPICIOUS_TRAFFIC, DNS),
            Map.entry(FlowRisk.RISKY_DOMAIN, DNS),
            Map.entry(FlowRisk.MALICIOUS_FINGERPRINT, ENCRYPTED),
            Map.entry(FlowRisk.MALICIOUS_SHA1_CERTIFICATE, ENCRYPTED),
            Map.entry(FlowRisk.SUSPICIOUS_ENTROPY, ENCRYPTED),
            Map.entry(FlowRisk.FULLY_ENCRYPTED, ENCRYPTED),
            Map.entry(FlowRisk.OBFUSCATED_TRAFFIC, of("T1001", "Data Obfuscation")),
            Map.entry(FlowRisk.DESKTOP_OR_FILE_SHARING, of("T1219", "Remote Access Tools")),
            Map.entry(FlowRisk.ANONYMOUS_SUBSCRIBER, of("T1090.003", "Proxy: Multi-hop Proxy")),
            Map.entry(FlowRisk.PROBING_ATTEMPT, of("T1046", "Network Service Discovery")),
            Map.entry(FlowRisk.MALWARE_HOST_CONTACTED, of("T1071", "Application Layer Protocol"))));

    private FlowTechniques() {}

    private static Technique of(String id, String name) {
        return new Technique(id, name, VERSION);
    }
}
