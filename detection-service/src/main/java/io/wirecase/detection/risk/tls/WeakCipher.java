package io.wirecase.detection.risk.tls;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cipher suite chosen by the server that keeps no secret for long: RSA key exchange (no forward secrecy), triple DES,
 * RC4, or worse (RFC 9325 section 4, RFC 7465). nDPI lets RC4 and worse pass.
 */
public final class WeakCipher implements FlowRiskDetector {

    /** Numbers of the IANA TLS cipher suite registry. */
    private static final Set<Integer> RC4 = Set.of(
            0x0004, 0x0005, 0x0018, 0x0020, 0x0024, 0x008A, 0x008E, 0x0092, 0xC002, 0xC007, 0xC00C, 0xC011, 0xC016,
            0xC033);

    /** No encryption at all. */
    private static final Set<Integer> UNENCRYPTED = Set.of(
            0x0000, 0x0001, 0x0002, 0x002C, 0x002D, 0x002E, 0x003B, 0x00B0, 0x00B1, 0x00B4, 0x00B5, 0x00B8, 0x00B9,
            0xC001, 0xC006, 0xC00B, 0xC010, 0xC015, 0xC039, 0xC03A, 0xC03B);

    /** Keys of 40 or 56 bits. */
    private static final Set<Integer> SHORT_KEYS = Set.of(
            0x0003, 0x0006, 0x0008, 0x0009, 0x000B, 0x000C, 0x000E, 0x000F, 0x0011, 0x0012, 0x0014, 0x0015, 0x0017,
            0x0019, 0x001A, 0x001E, 0x0022, 0x0026, 0x0027, 0x0028, 0x0029, 0x002A, 0x002B, 0x0062, 0x0064);

    /** Nobody proves who they are. */
    private static final Set<Integer> ANONYMOUS = Set.of(
            0x001B, 0x0034, 0x003A, 0x0046, 0x0089, 0x009B, 0x006C, 0x006D, 0x00A6, 0x00A7, 0x00BF, 0x00C5, 0xC017,
            0xC018, 0xC019);

    private static final Set<Integer> TRIPLE_DES = Set.of(0x000A, 0x0016, 0xC012);

    /** With AES, Camellia, SEED or IDEA. */
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
        String why = weak(cipher);
        if (why == null && !context.ndpiCompatible()) {
            why = worse(cipher);
        }
        return why == null
                ? Optional.empty()
                : Optional.of(Findings.of(risk(), why, Hello.hex(cipher), "forward secrecy with AES or ChaCha20"));
    }

    private static @Nullable String weak(int cipher) {
        if (TRIPLE_DES.contains(cipher)) {
            return "Triple DES cipher chosen";
        }
        return RSA_KEY_EXCHANGE.contains(cipher) ? "Cipher without forward secrecy chosen" : null;
    }

    private static @Nullable String worse(int cipher) {
        if (UNENCRYPTED.contains(cipher)) {
            return "Cipher without encryption chosen";
        }
        if (SHORT_KEYS.contains(cipher)) {
            return "Cipher with a short key chosen";
        }
        if (ANONYMOUS.contains(cipher)) {
            return "Cipher without authentication chosen";
        }
        return RC4.contains(cipher) ? "RC4 cipher chosen" : null;
    }
}
