package io.wirecase.core.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ClientHello holds beyond names and fingerprints.
 *
 * @param versions supported_versions (RFC 8446 section 4.2.1) in order, GREASE included; empty when not sent
 * @param extensions the types of its extensions in order, GREASE included, the first {@link #MAX_EXTENSIONS}
 * @param padding bytes of its padding extension (RFC 7685), or null without one
 * @param encryptedServerName whether it has the ESNI extension of the drafts before ECH (0xFFCE)
 * @param overrun whether an extension says it is longer than what holds it, in a hello that was there whole
 */
public record TlsClient(
        List<Integer> versions,
        List<Integer> extensions,
        @Nullable Integer padding,
        boolean encryptedServerName,
        boolean overrun) {

    /** The most extension types kept of a hello; browsers send some 18. */
    public static final int MAX_EXTENSIONS = 48;

    /** Keeps its own copies of the lists. */
    public TlsClient {
        versions = List.copyOf(versions);
        extensions = List.copyOf(extensions);
    }
}
