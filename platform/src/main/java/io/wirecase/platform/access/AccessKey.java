package io.wirecase.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * The key that callers must present, compared in constant time. It never appears in {@link #toString()}.
 */
final class AccessKey {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final byte[] key;

    /** @throws IllegalArgumentException when the key is blank */
    AccessKey(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("the access key is empty");
        }
        this.key = key.strip().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether a request may pass.
     *
     * @param authorization the Authorization header: {@code Bearer KEY} (RFC 6750), or {@code Basic} with any user and
     *     the key as password (RFC 7617), which is what browsers ask for
     * @param apiKey the X-Api-Key header
     */
    boolean admits(Optional<String> authorization, Optional<String> apiKey) {
        return apiKey.filter(this::matches).isPresent()
                || authorization
                        .flatMap(AccessKey::presented)
                        .filter(this::matches)
                        .isPresent();
    }

    private boolean matches(String presented) {
        return MessageDigest.isEqual(key, presented.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> presented(String authorization) {
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return password(authorization.substring(BASIC.length()).strip());
        }
        return Optional.empty();
    }

    private static Optional<String> password(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AccessKey";
    }
}
