package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.flow.TlsFacts;
import io.wirecase.core.flow.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hellos of one connection, of TLS and DTLS alike: the first ClientHello, the last ServerHello. */
final class Hellos {

    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 2;

    private @Nullable ClientHello client;
    private @Nullable ServerHello server;
    private @Nullable Integer oldVersion;
    private @Nullable String ja3;
    private @Nullable String ja4;

    /**
     * Reads a handshake message, whole or as far as it came; other types tell nothing here.
     *
     * @param length how long the body is said to be
     */
    void message(int type, ByteReader body, int length, boolean datagram) {
        ClientHello known = client;
        if (type == CLIENT_HELLO && (known == null || !known.whole())) {
            ClientHello read = ClientHello.read(body, length, datagram);
            client = read;
            ja3 = read.whole() ? Fingerprints.ja3(read) : null;
            ja4 = read.whole() ? Fingerprints.ja4(read) : null;
        } else if (type == SERVER_HELLO) {
            ServerHello read = ServerHello.read(body);
            server = read == null ? server : read;
        }
    }

    /** The version of a ClientHello in the form of SSL 2 (RFC 5246 appendix E.2), which has no more to tell here. */
    void oldHello(int version) {
        oldVersion = version;
    }

    /** Whether there was one. */
    boolean seen() {
        return client != null || server != null || oldVersion != null;
    }

    /** What they showed, or null when there was none. */
    @Nullable
    TlsFacts facts() {
        ClientHello asked = client;
        ServerHello chose = server;
        if (!seen()) {
            return null;
        }
        UntrustedText name = asked == null ? null : asked.serverName();

        return new TlsFacts(
                asked == null ? oldVersion : Integer.valueOf(asked.version()),
                chose == null ? null : Integer.valueOf(chose.version()),
                chose == null ? null : Integer.valueOf(chose.cipher()),
                name,
                asked == null ? List.of() : asked.alpn(),
                chose == null ? null : chose.alpn(),
                ja3,
                ja4,
                asked != null && asked.encrypted());
    }
}
