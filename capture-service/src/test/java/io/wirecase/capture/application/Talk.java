package io.wirecase.capture.application;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A conversation told to a tracker, packet by packet: packet n comes at n seconds. */
final class Talk {

    static final IpAddress CLIENT = IpAddress.of("192.168.1.10");
    static final IpAddress SERVER = IpAddress.of("203.0.113.5");
    static final UUID FLOW = new UUID(1, 2);
    static final long SECOND = 1_000_000_000L;

    final NameResolutions names;
    final ApplicationTracker tracker;
    private long packet;

    Talk(Transport transport, int clientPort, int serverPort) {
        this(transport, clientPort, serverPort, new NameResolutions());
    }

    Talk(Transport transport, int clientPort, int serverPort, NameResolutions names) {
        this.names = names;
        tracker = new ApplicationTracker(
                transport, new Endpoint(CLIENT, clientPort), new Endpoint(SERVER, serverPort), names, FLOW);
    }

    static Talk tcp(int port) {
        return new Talk(Transport.TCP, 50_000, port);
    }

    static Talk udp(int port) {
        return new Talk(Transport.UDP, 50_000, port);
    }

    Talk client(String text) {
        return client(bytes(text));
    }

    Talk client(byte[] bytes) {
        return send(Party.ORIGINATOR, bytes);
    }

    Talk server(String text) {
        return server(bytes(text));
    }

    Talk server(byte[] bytes) {
        return send(Party.RESPONDER, bytes);
    }

    /** Surrounds the bytes with others, so that a reader that leaves its range is found out. */
    Talk send(Party sender, byte[] bytes) {
        packet++;
        byte[] around = new byte[bytes.length + 6];
        java.util.Arrays.fill(around, (byte) 0xAA);
        System.arraycopy(bytes, 0, around, 3, bytes.length);
        tracker.data(sender, around, 3, bytes.length, packet * SECOND, packet);
        java.util.Arrays.fill(around, (byte) 0x55);
        return this;
    }

    Talk gap(Party sender, long missing) {
        tracker.gap(sender, missing);
        return this;
    }

    String name() {
        return tracker.application().name();
    }

    HttpFacts http() {
        return Objects.requireNonNull(tracker.facts().http());
    }

    List<HttpExchange> exchanges() {
        return http().exchanges();
    }

    HttpExchange.Request request(int exchange) {
        return Objects.requireNonNull(exchanges().get(exchange).request());
    }

    HttpExchange.Response response(int exchange) {
        return Objects.requireNonNull(exchanges().get(exchange).response());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
