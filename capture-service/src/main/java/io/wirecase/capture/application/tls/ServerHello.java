package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.flow.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * A ServerHello (RFC 8446 section 4.1.3). A HelloRetryRequest has the same form and is read the same way.
 *
 * @param version the version chosen: supported_versions if sent, else legacy_version
 * @param cipher the cipher suite chosen
 * @param alpn the application protocol chosen in clear, or null
 */
record ServerHello(int version, int cipher, @Nullable UntrustedText alpn) {

    private static final int RANDOM = 32;

    /** Reads the body of a ServerHello message, or null when even the cipher suite is missing. */
    static @Nullable ServerHello read(ByteReader in) {
        int version = in.u16();
        in.skip(RANDOM);
        in.skip(in.u8());
        int cipher = in.u16();
        if (in.overrun()) {
            return null;
        }
        in.skip(1);
        UntrustedText alpn = null;
        if (in.remaining() > 0) {
            ByteReader all = in.slice(in.u16());
            while (all.remaining() > 0) {
                int type = all.u16();
                ByteReader body = all.slice(all.u16());
                if (type == ClientHello.VERSIONS && body.remaining() >= 2) {
                    version = body.u16();
                } else if (type == ClientHello.ALPN && body.remaining() > 3) {
                    body.skip(2);
                    alpn = body.text(body.u8());
                }
            }
        }
        return new ServerHello(version, cipher, alpn);
    }
}
