package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.UntrustedText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A ServerHello (RFC 8446 section 4.1.3). A HelloRetryRequest has the same form and is read the same way.
 *
 * @param legacyVersion the version in its first field
 * @param version the version chosen: supported_versions if sent, else legacy_version
 * @param cipher the cipher suite chosen
 * @param sessionId the session it is or goes on, empty when it has none
 * @param extensions types in the order sent
 * @param alpn the application protocol chosen in clear, or null
 * @param retry whether it is a HelloRetryRequest
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record ServerHello(
        int legacyVersion,
        int version,
        int cipher,
        byte[] sessionId,
        int[] extensions,
        @Nullable UntrustedText alpn,
        boolean retry) {

    private static final int RANDOM = 32;
    private static final int MAX_EXTENSIONS = 64;
    /** SHA-256 of "HelloRetryRequest", which a retry has in place of a random value: its first eight bytes. */
    private static final long RETRY = 0xCF21AD74E59A6111L;

    /** Reads the body of a ServerHello message, or null when even the cipher suite is missing. */
    static @Nullable ServerHello read(ByteReader in) {
        int legacy = in.u16();
        boolean retry = (in.u32() << 32 | in.u32()) == RETRY;
        in.skip(RANDOM - 8);
        byte[] sessionId = in.take(in.u8());
        int cipher = in.u16();
        if (in.overrun()) {
            return null;
        }
        in.skip(1);
        int version = legacy;
        UntrustedText alpn = null;
        int[] types = new int[MAX_EXTENSIONS];
        int count = 0;
        ByteReader all = in.remaining() > 0 ? in.slice(in.u16()) : in;
        while (all.remaining() > 0 && count < MAX_EXTENSIONS) {
            int type = all.u16();
            ByteReader body = all.slice(all.u16());
            types[count++] = type;
            if (type == ClientExtensions.VERSIONS && body.remaining() >= 2) {
                version = body.u16();
            } else if (type == ClientExtensions.ALPN && body.remaining() > 3) {
                body.skip(2);
                alpn = body.text(body.u8());
            }
        }
        return new ServerHello(legacy, version, cipher, sessionId, Arrays.copyOf(types, count), alpn, retry);
    }

    boolean has(int extension) {
        return Arrays.stream(extensions).anyMatch(type -> type == extension);
    }

    /** Whether what follows is encrypted: TLS 1.3, its drafts (0x7Fxx), DTLS 1.3. */
    boolean encryptsTheRest() {
        return version == 0x0304 || version >> 8 == 0x7F || version == 0xFEFC;
    }
}
