package io.wirecase.detection.risk.ssh;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ciphers of SSH that nobody should offer any more: RC4 (RFC 8758) and those with blocks of 64 bits. */
final class OldCiphers {

    private static final Set<String> OLD = Set.of("arcfour128", "arcfour", "3des-cbc", "blowfish-cbc", "cast128-cbc");

    /** Ours beside nDPI's: it forgets one form of RC4, and these few are offered by nobody else than the oldest. */
    private static final Set<String> MORE = Set.of("arcfour256", "des-cbc", "idea-cbc", "none");

    private OldCiphers() {}

    /** The first old one of a list as it is sent (RFC 4253 section 7.1). */
    static Optional<String> first(String offered, boolean ndpiCompatible) {
        return List.of(offered.split(",")).stream()
                .filter(cipher -> OLD.contains(cipher) || !ndpiCompatible && MORE.contains(cipher))
                .findFirst();
    }
}
