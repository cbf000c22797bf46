package io.wirecase.scenarios.conversation;

import java.util.List;
import java.util.SplittableRandom;

/** What a browser does on one connection: a TLS session or a plain HTTP exchange, then a close. */
public final class Browsing {
    private static final String AGENT =
            "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private final Scene scene;
    private final SplittableRandom chance;

    /** Connections of one scene, with their own source of chance. */
    public Browsing(Scene scene, SplittableRandom chance) {
        this.scene = scene;
        this.chance = chance;
    }

    /** HTTPS on port 443: hellos, a request, about {@code bytes} of answer; returns the offset of its end. */
    public long secure(Host client, Host server, Visit visit) {
        TcpConnection connection =
                new TcpConnection(scene, chance, client, server, 443, visit.at).open(visit.synWindow);
        connection.ask(Tls.clientHello(chance, visit.name, List.of("h2", "http/1.1")));
        connection
                .answer(Tls.serverFlight(chance, 2_200 + chance.nextInt(1_800)))
                .received();
        connection.ask(Tls.clientFinished(chance)).ask(Tls.sealed(chance, 300 + chance.nextInt(500)));
        connection.answer(Tls.sealed(chance, visit.bytes)).received();
        connection.pause(Scene.seconds(0.2 + 3 * chance.nextDouble())).close();
        return connection.now();
    }

    /** HTTP on port 80 with a browser's headers; returns the offset of its end. */
    public long plain(Host client, Host server, Visit visit) {
        TcpConnection connection = new TcpConnection(scene, chance, client, server, 80, visit.at).open(visit.synWindow);
        byte[] body = new byte[visit.bytes];
        chance.nextBytes(body);
        // A JPEG's first bytes, so that no magic number of something else turns up by chance.
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 0, body, 0, 4);
        connection.ask(Http.message(
                "GET /img/" + chance.nextInt(1_000_000) + ".jpg HTTP/1.1",
                List.of(
                        "Host: " + visit.name,
                        AGENT,
                        "Accept: image/*",
                        "Accept-Language: en",
                        "Connection: keep-alive"),
                new byte[0]));
        List<String> headers = List.of(
                "Server: nginx",
                "Date: " + Http.date(scene.clock(connection.now())),
                "Content-Type: image/jpeg",
                "Content-Length: " + body.length);
        connection.answer(Http.message("HTTP/1.1 200 OK", headers, body)).received();
        connection.pause(Scene.seconds(0.5)).close();
        return connection.now();
    }

    /**
     * One connection to make.
     *
     * @param name server name
     * @param at offset of the SYN
     * @param synWindow window of the SYN
     * @param bytes size of the answer
     */
    public record Visit(String name, long at, int synWindow, int bytes) {}
}
