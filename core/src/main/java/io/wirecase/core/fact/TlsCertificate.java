package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An X.509 certificate as it was sent (RFC 5280). Nothing of it was verified: whoever sent it chose every text in it.
 *
 * @param subject its subject, in the text form of RFC 2253; may be empty, as names may be in {@code names} alone
 * @param issuer its issuer likewise
 * @param names the DNS names and addresses of its subjectAltName in order, the first {@link #MAX_NAMES}; of a chain's
 *     further certificates none
 * @param omittedNames names beyond those kept
 * @param notBeforeSeconds since when it is valid, in seconds since 1970 (certificates reach beyond what nanoseconds
 *     do)
 * @param notAfterSeconds until when, likewise
 * @param serial its serial number in hex, the first 40 digits
 * @param keyAlgorithm its key's algorithm by the platform's name ({@code RSA}, {@code EC}, {@code EdDSA} ...) or
 *     object identifier
 * @param keyBits its key's size in bits, or null where the algorithm is not known well enough to tell
 * @param signatureAlgorithm by the platform's name ({@code SHA256withRSA} ...) or object identifier
 * @param sha256 SHA-256 of all of it, hex
 * @param sha1 SHA-1 of all of it, hex, as lists of bad certificates have it
 * @param selfIssued whether subject and issuer are the same, as in a self-signed one; the signature is not checked
 */
public record TlsCertificate(
        UntrustedText subject,
        UntrustedText issuer,
        List<UntrustedText> names,
        int omittedNames,
        long notBeforeSeconds,
        long notAfterSeconds,
        String serial,
        String keyAlgorithm,
        @Nullable Integer keyBits,
        String signatureAlgorithm,
        String sha256,
        String sha1,
        boolean selfIssued) {

    /** The most names kept. */
    public static final int MAX_NAMES = 32;

    /** Keeps its own copy of the list. */
    public TlsCertificate {
        names = List.copyOf(names);
    }
}
