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

    /**
     * Reads a handshake message, whole or as far as it came; other types tell nothing here.
     *
     * @param length how long the body is said to be
     */
    void message(int type, ByteReader body, int length, boolean datagram) {
        ClientHello known = client;
        if (type == CLIENT_HELLO && (known == null || !known.whole())) {
            client = ClientHello.read(body, length, datagram);
        } else if (type == SERVER_HELLO) {
            ServerHello read = ServerHello.read(body);
            server = read == null ? server : read;
        }
    }

    /** The version of a ClientHello in the form of SSL 2 (RFC 5246 appendix E.2), which has no more to tell here. */
    void oldHello(int version) {
        oldVersion = version;
    }

    /** What they showed, or null when there was none. */
    @Nullable
    TlsFacts facts() {
        ClientHello asked = client;
        ServerHello chose = server;
        if (asked == null && chose == null && oldVersion == null) {
            return null;
        }
        UntrustedText name = asked == null ? null : asked.serverName();
        boolean prints = asked != null && asked.whole();
        return new TlsFacts(
                asked == null ? oldVersion : Integer.valueOf(asked.version()),
                chose == null ? null : Integer.valueOf(chose.version()),
                chose == null ? null : Integer.valueOf(chose.cipher()),
                name,
                asked == null ? List.of() : asked.alpn(),
                chose == null ? null : chose.alpn(),
                prints && asked != null ? Fingerprints.ja3(asked) : null,
                prints && asked != null ? Fingerprints.ja4(asked) : null,
                asked != null && asked.encrypted());
    }
}
