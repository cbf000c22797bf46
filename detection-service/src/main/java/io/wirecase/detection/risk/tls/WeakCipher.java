package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.TlsFacts;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import java.util.Set;

/**
 * A cipher suite chosen by the server that keeps no secret for long: RSA key exchange (no forward secrecy), triple DES
 * or RC4 (RFC 9325 section 4, RFC 7465).
 */
public final class WeakCipher implements FlowRiskDetector {

    /** Numbers of the IANA TLS cipher suite registry. */
    private static final Set<Integer> RC4 = Set.of(0x0004, 0x0005, 0x0018, 0xC002, 0xC007, 0xC00C, 0xC011, 0xC016);

    private static final Set<Integer> TRIPLE_DES = Set.of(0x000A, 0x0016, 0xC012);

    private static final Set<Integer> RSA_KEY_EXCHANGE = Set.of(
            0x0007, 0x002F, 0x0035, 0x003C, 0x003D, 0x0041, 0x0084, 0x0096, 0x009C, 0x009D, 0x00BA, 0x00C0, 0xC07A,
            0xC07B, 0xC09C, 0xC09D, 0xC0A0, 0xC0A1);

    @Override
    public FlowRisk risk() {
        return FlowRisk.TLS_WEAK_CIPHER;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        TlsFacts tls = flow.facts().tls();
        Integer cipher = tls == null ? null : tls.cipher();
        if (cipher == null) {
            return Optional.empty();
        }
        if (RC4.contains(cipher)) {
            return found("RC4 cipher chosen", cipher);
        }
        if (TRIPLE_DES.contains(cipher)) {
            return found("Triple DES cipher chosen", cipher);
        }
        return RSA_KEY_EXCHANGE.contains(cipher)
                ? found("Cipher without forward secrecy chosen", cipher)
                : Optional.empty();
    }

    private Optional<Finding> found(String description, int cipher) {
        return Optional.of(Findings.of(risk(), description, Hello.hex(cipher), "forward secrecy with AES or ChaCha20"));
    }
}
