package io.wirecase.capture.application.tls;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.fact.TlsCertificates;
import io.wirecase.core.fact.TlsClient;
import io.wirecase.core.fact.TlsCourse;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clear messages of one handshake, of TLS, DTLS and QUIC alike: the first ClientHello, the last ServerHello, what
 * both sides showed for certificates, and alerts.
 */
final class Handshake {

    static final int CLIENT_HELLO = 1;
    static final int SERVER_HELLO = 2;
    /** DTLS's request for a cookie (RFC 6347 section 4.2.1). */
    static final int HELLO_VERIFY = 3;

    static final int CERTIFICATE = 11;
    static final int SERVER_KEY = 12;
    static final int CERTIFICATE_REQUEST = 13;
    static final int SERVER_DONE = 14;

    /** Bytes that hellos and fingerprints take; certificates are shared by all who show them. */
    static final int HELD = 3 * 1024;

    private final char transport;
    private final CertificateChain serverChain = new CertificateChain();
    private final CertificateChain clientChain = new CertificateChain();
    private final List<TlsCourse.Alert> alerts = new ArrayList<>(0);
    private Party clientSide;
    private @Nullable ClientHello client;
    private @Nullable ServerHello server;
    private @Nullable Integer oldVersion;
    private @Nullable String ja3;
    private @Nullable String ja4;
    private boolean full;
    private boolean serverChangedKeys;
    private boolean asked;
    private boolean retried;

    /**
     * Starts with nothing read.
     *
     * @param transport JA4's letter of what carries it
     * @param client who is taken for the client until a hello tells
     */
    Handshake(char transport, Party client) {
        this.transport = transport;
        this.clientSide = client;
    }

    /**
     * Reads a message, whole or as far as it came; of one that comes again with more, more is read.
     *
     * @param length how long the body is said to be
     */
    void message(Party from, int type, ByteReader body, int length) {
        switch (type) {
            case CLIENT_HELLO -> clientHello(from, body, length);
            case SERVER_HELLO -> serverHello(from, body);
            case HELLO_VERIFY -> retried = true;
            case CERTIFICATE -> {
                full |= from != clientSide;
                (from == clientSide ? clientChain : serverChain).read(body);
            }
            case SERVER_KEY, SERVER_DONE -> full = true;
            case CERTIFICATE_REQUEST -> asked = true;
            default -> {
                // The others tell nothing here.
            }
        }
    }

    private void clientHello(Party from, ByteReader body, int length) {
        ClientHello known = client;
        if (known != null && known.whole()) {
            return;
        }
        clientSide = from;
        ClientHello read = ClientHello.read(body, length, transport == Fingerprints.DTLS);
        client = read;
        ja3 = read.whole() ? Fingerprints.ja3(read) : null;
        ja4 = read.whole() ? Fingerprints.ja4(read, transport) : null;
    }

    private void serverHello(Party from, ByteReader body) {
        ServerHello read = ServerHello.read(body);
        if (read != null) {
            clientSide = from.other();
            server = read;
            retried |= read.retry();
        }
    }

    /** A clear alert. */
    void alert(Party from, int level, int description) {
        if (alerts.size() < TlsCourse.MAX_ALERTS) {
            alerts.add(new TlsCourse.Alert(from, level, description));
        }
    }

    /** Says that one side encrypts from here on. */
    void changedKeys(Party from) {
        serverChangedKeys |= from != clientSide;
    }

    /** The version of a hello in the form of SSL 2 (RFC 5246 appendix E.2), which has no more to tell here. */
    void oldHello(int version) {
        oldVersion = version;
    }

    /** Whether a hello or a certificate was seen. */
    boolean seen() {
        return client != null || server != null || oldVersion != null || serverChain.seen() || clientChain.seen();
    }

    /** Whether all that follows is encrypted: the server chose TLS 1.3 and does not ask for another hello. */
    boolean encryptsTheRest() {
        ServerHello chose = server;
        return chose != null && chose.encryptsTheRest() && !chose.retry();
    }

    /** The name asked for, or null as long as none was seen. */
    @Nullable
    UntrustedText serverName() {
        ClientHello hello = client;
        return hello == null ? null : hello.serverName();
    }

    /** The ClientHello when all of it was there, or null. */
    @Nullable
    ClientHello wholeClientHello() {
        ClientHello read = client;
        return read == null || !read.whole() ? null : read;
    }

    /** What they showed, or null when there was none. */
    @Nullable
    TlsFacts facts() {
        if (!seen()) {
            return null;
        }
        ClientHello hello = client;
        ServerHello chose = server;
        return new TlsFacts(
                hello == null ? oldVersion : Integer.valueOf(hello.version()),
                chose == null ? null : Integer.valueOf(chose.version()),
                chose == null ? null : Integer.valueOf(chose.cipher()),
                hello == null ? null : hello.serverName(),
                hello == null ? List.of() : hello.alpn(),
                chose == null ? null : chose.alpn(),
                ja3,
                ja4,
                hello != null && hello.encrypted(),
                chose == null ? null : Fingerprints.ja3s(chose),
                hello == null ? null : details(hello),
                certificates(hello == null ? null : hello.serverName()),
                course(hello, chose));
    }

    private static TlsClient details(ClientHello hello) {
        ClientExtensions extensions = hello.extensions();
        return new TlsClient(
                Arrays.stream(extensions.versions()).boxed().toList(),
                Arrays.stream(extensions.types())
                        .limit(TlsClient.MAX_EXTENSIONS)
                        .boxed()
                        .toList(),
                extensions.padding(),
                extensions.has(ClientExtensions.ENCRYPTED_SERVER_NAME),
                hello.overrun());
    }

    private @Nullable TlsCertificates certificates(@Nullable UntrustedText name) {
        if (!serverChain.seen() && !clientChain.seen()) {
            return null;
        }
        List<TlsCertificate> shown = serverChain.certificates();
        return new TlsCertificates(
                shown,
                clientChain.certificates(),
                serverChain.omitted() + clientChain.omitted(),
                serverChain.unreadable() + clientChain.unreadable(),
                name == null ? null : serverChain.covers(name));
    }

    private TlsCourse course(@Nullable ClientHello hello, @Nullable ServerHello chose) {
        TlsCourse.Resumption offered = hello == null ? null : offered(hello);
        Boolean heartbeat = hello == null || chose == null
                ? null
                : hello.extensions().has(ClientExtensions.HEARTBEAT) && chose.has(ClientExtensions.HEARTBEAT);
        return new TlsCourse(offered, resumed(hello, chose, offered), asked, alerts, retried, heartbeat);
    }

    private static TlsCourse.@Nullable Resumption offered(ClientHello hello) {
        ClientExtensions extensions = hello.extensions();
        if (extensions.has(ClientExtensions.PRE_SHARED_KEY)) {
            return TlsCourse.Resumption.PRE_SHARED_KEY;
        }
        if (extensions.ticket()) {
            return TlsCourse.Resumption.TICKET;
        }
        // A client of TLS 1.3 sends a random id for the sake of middleboxes (RFC 8446 appendix D.4).
        boolean modern = extensions.has(ClientExtensions.VERSIONS);
        return hello.sessionId().length == 0 || modern ? null : TlsCourse.Resumption.SESSION_ID;
    }

    private TlsCourse.@Nullable Resumption resumed(
            @Nullable ClientHello hello, @Nullable ServerHello chose, TlsCourse.@Nullable Resumption offered) {
        if (hello == null || chose == null || offered == null) {
            return null;
        }
        if (chose.encryptsTheRest()) {
            return chose.has(ClientExtensions.PRE_SHARED_KEY) ? TlsCourse.Resumption.PRE_SHARED_KEY : null;
        }
        boolean echoed = hello.sessionId().length > 0 && Arrays.equals(hello.sessionId(), chose.sessionId());
        return !full && (echoed || serverChangedKeys) ? offered : null;
    }
}
