package io.wirecase.capture.application.tls;

import io.wirecase.core.fact.TlsCertificate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Certificates read lately, by digest: the same few come again with every connection to a service. What a certificate
 * says does not depend on who showed it, so one memory serves all captures. Safe for many threads.
 */
final class KnownCertificates {

    /** At most some 20 KiB each. */
    private static final int MAX_KNOWN = 512;
    /** Real ones have 1 to 4 KiB; hundreds of names make 16. */
    private static final int MAX_DER = 24 * 1024;

    private static final Map<String, Optional<Known>> KNOWN = new LinkedHashMap<>(MAX_KNOWN, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Known>> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    private KnownCertificates() {}

    /**
     * A certificate in the two forms it is shown in.
     *
     * @param own with its names, as a side's own
     * @param further without, as one of a chain
     * @param names all its names
     */
    record Known(TlsCertificate own, TlsCertificate further, CertificateNames names) {}

    /** Reads a certificate; null when it is none or too large. */
    static @Nullable Known read(byte[] der) {
        if (der.length > MAX_DER) {
            return null;
        }
        String sha256 = digest("SHA-256", der);
        synchronized (KNOWN) {
            Optional<Known> known = KNOWN.get(sha256);
            if (known != null) {
                return known.orElse(null);
            }
        }
        Known read = CertificateReader.read(der, sha256);
        synchronized (KNOWN) {
            KNOWN.put(sha256, Optional.ofNullable(read));
        }
        return read;
    }

    static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
