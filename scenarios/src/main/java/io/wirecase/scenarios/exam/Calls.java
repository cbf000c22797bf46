package io.wirecase.scenarios.exam;

import io.wirecase.scenarios.conversation.Certificate;
import io.wirecase.scenarios.conversation.Certificate.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Http;
import io.wirecase.scenarios.conversation.OldTls;
import io.wirecase.scenarios.conversation.Scene;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.conversation.Tls;
import java.util.List;
import java.util.SplittableRandom;

/** Exchanges that programs make, whoever they work for. */
public final class Calls {
    private static final int HTTPS = 443;
    private static final int CERTIFICATES = 1_900;

    private final Scene scene;
    private final SplittableRandom chance;

    /** Exchanges on a stage. */
    public Calls(Stage stage) {
        this.scene = stage.scene();
        this.chance = stage.chance().split();
    }

    /**
     * An exchange over TLS.
     *
     * @param name the server name asked for
     * @param port the server's
     * @param up bytes of the request
     * @param down bytes of the answer
     * @param browser whether the hello is a browser's, or a small program's
     */
    public record Call(String name, int port, int up, int down, boolean browser) {
        /** On port 443 by a small program. */
        public static Call of(String name, int up, int down) {
            return new Call(name, HTTPS, up, down, false);
        }
    }

    /** A connection not yet begun. */
    public TcpConnection connection(Host client, Host server, int port, long at) {
        return new TcpConnection(scene, chance, client, server, port, at);
    }

    /** A call from its first SYN to its last FIN; returns the offset of its end. */
    public long call(Host client, Host server, Call call, long at) {
        TcpConnection connection = opened(client, server, call, at);
        connection.ask(Tls.sealed(chance, call.up));
        connection.answer(Tls.sealed(chance, call.down)).received();
        connection.close();
        return connection.now();
    }

    /** A call up to the end of its handshake. */
    public TcpConnection opened(Host client, Host server, Call call, long at) {
        TcpConnection connection = connection(client, server, call.port, at).open();
        connection.ask(
                call.browser
                        ? Tls.clientHello(chance, call.name, List.of("h2", "http/1.1"))
                        : Tls.programHello(chance, call.name));
        connection.answer(Tls.serverFlight(chance, CERTIFICATES)).received();
        return connection.ask(Tls.clientFinished(chance));
    }

    /** A call over TLS 1.2, whose certificate can be seen. */
    public void seen(Host client, Host server, Call call, byte[] certificate, long at) {
        TcpConnection connection = connection(client, server, call.port, at).open();
        connection.ask(Tls.clientHello(chance, call.name, List.of("h2", "http/1.1")));
        connection.answer(OldTls.serverFlight(chance, List.of(certificate))).received();
        connection.ask(OldTls.clientFlight(chance));
        connection.answer(OldTls.finished(chance)).received();
        connection.ask(Tls.sealed(chance, call.up));
        connection.answer(Tls.sealed(chance, call.down)).received();
        connection.close();
    }

    /** A certificate by an authority for these names. */
    public byte[] certificate(String... names) {
        Name issuer = new Name("Prairie Trust", "Prairie Trust Server CA 4");
        return Certificate.of(
                chance,
                new Name(names[0], names[0]),
                issuer,
                List.of(names),
                new Certificate.Validity("260101000000Z", "260601000000Z"));
    }

    /** One HTTP request and its answer; returns the offset of the end. */
    public long http(Host client, Host server, int port, Exchange exchange, long at) {
        TcpConnection connection = connection(client, server, port, at).open();
        connection.ask(Http.message(exchange.first, exchange.headers, exchange.body));
        connection
                .answer(Http.message(exchange.status, exchange.answered, exchange.answer))
                .received();
        connection.close();
        return connection.now();
    }

    /**
     * A request and its answer.
     *
     * @param first the request line
     * @param headers the request's
     * @param body the request's
     * @param status the status line
     * @param answered the answer's headers
     * @param answer the answer's body
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way to a packet; nobody compares them.
    public record Exchange(
            String first, List<String> headers, byte[] body, String status, List<String> answered, byte[] answer) {}

    /** So many bytes of anything. */
    public byte[] bytes(int size) {
        byte[] data = new byte[size];
        chance.nextBytes(data);
        return data;
    }
}
