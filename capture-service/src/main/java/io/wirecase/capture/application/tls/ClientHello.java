package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ClientHello (RFC 8446 section 4.1.2, RFC 5246, RFC 9147), as far as it could be read. Its arrays are its own and
 * not changed by who reads them.
 *
 * @param datagram whether it is DTLS
 * @param version legacy_version
 * @param sessionId legacy_session_id, empty when it has none
 * @param ciphers cipher suites in the order offered, GREASE included
 * @param extensions what its extensions hold
 * @param whole whether all of it was there and fits together
 * @param overrun whether all of it was there, and something in it says that it is longer than what holds it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record ClientHello(
        boolean datagram,
        int version,
        byte[] sessionId,
        int[] ciphers,
        ClientExtensions extensions,
        boolean whole,
        boolean overrun) {

    private static final int RANDOM = 32;

    /**
     * Reads the body of a ClientHello message; what is missing is left empty and {@link #whole()} false.
     *
     * @param length how long the body is said to be
     */
    static ClientHello read(ByteReader in, int length, boolean datagram) {
        boolean all = in.length() >= length;
        int version = in.u16();
        in.skip(RANDOM);
        byte[] sessionId = in.take(in.u8());
        if (datagram) {
            in.skip(in.u8());
        }
        int[] ciphers = in.slice(in.u16()).numbers(2);
        in.skip(in.u8());
        ClientExtensions extensions = ClientExtensions.read(in);
        boolean fits = !extensions.cut() && !in.overrun();
        return new ClientHello(datagram, version, sessionId, ciphers, extensions, all && fits, all && !fits);
    }

    @Nullable
    UntrustedText serverName() {
        return extensions.serverName();
    }

    List<UntrustedText> alpn() {
        return extensions.alpn();
    }

    /** Whether its name may be a cover. */
    boolean encrypted() {
        return extensions.has(ClientExtensions.ENCRYPTED_CLIENT_HELLO)
                || extensions.has(ClientExtensions.ENCRYPTED_SERVER_NAME);
    }
}
