package io.wirecase.capture.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.wirecase.capture.evidence.PacketCutter;
import io.wirecase.capture.evidence.Selection;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.run.CaptureBoard;
import io.wirecase.capture.run.Captures;
import io.wirecase.capture.run.Evidence;
import io.wirecase.capture.run.Keepers;
import io.wirecase.capture.store.ArchiveLimits;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.FileCaptureStore;
import io.wirecase.capture.store.FilePacketArchive;
import io.wirecase.capture.store.PacketArchive;
import io.wirecase.core.wire.CaptureState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Another instance of the service, {@link #NAME}, without its framework: its own store and its own packets behind a
 * plain HTTP server.
 */
public final class OtherInstance implements QuarkusTestResourceLifecycleManager {

    /** Its name. */
    public static final String NAME = "capture-1";
    /** An instance whose address is known and that does not run. */
    public static final String AWAY = "capture-2";

    private static Captures captures;
    private static Evidence evidence;

    private final HttpServer server;

    /** Starts nothing yet. */
    public OtherInstance() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Sends it a capture. */
    public static CaptureState send(byte[] content, String site) throws IOException {
        var sent = captures.receive(new ByteArrayInputStream(content), "other.pcap", site, false);
        return ((Captures.Accepted) sent).state().with(CaptureState.Keeping.by(NAME));
    }

    @Override
    public Map<String, String> start() {
        try {
            Path root = Files.createTempDirectory("other-instance");
            CaptureStore store = new FileCaptureStore(root, 0);
            PacketArchive archive = new FilePacketArchive(
                    root, new ArchiveLimits(1 << 20, Duration.ofDays(1), 0), InstantSource.system());
            CaptureBoard board = new CaptureBoard();
            captures = new Captures(store, archive, board, id -> {}, new Keepers(NAME, name -> true));
            var cutter = new PacketCutter(FlowSettings.DEFAULT, new PacketCutter.Room(1 << 30, 0));
            evidence = new Evidence(store, archive, board, cutter, new Keepers(NAME, name -> true));
        } catch (IOException noFolder) {
            throw new IllegalStateException(noFolder);
        }
        server.createContext("/api/v1/captures/", OtherInstance::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of(
                "wirecase.capture.instance",
                "capture-0",
                "wirecase.capture.peers",
                NAME + "=http://127.0.0.1:" + server.getAddress().getPort() + "," + AWAY + "=http://127.0.0.1:1");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            UUID id = UUID.fromString(path[4]);
            boolean known = "test-key".equals(exchange.getRequestHeaders().getFirst("X-Api-Key"))
                    && "capture-0".equals(exchange.getRequestHeaders().getFirst("Wirecase-Forwarded-By"));
            if (!known) {
                exchange.sendResponseHeaders(401, -1);
            } else if (exchange.getRequestMethod().equals("DELETE")) {
                captures.delete(id);
                exchange.sendResponseHeaders(204, -1);
            } else {
                packets(exchange, id);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void packets(HttpExchange exchange, UUID id) throws IOException, InterruptedException {
        String flow = exchange.getRequestURI().getQuery().replace("flow=", "");
        Evidence.Answer answer = evidence.packets(id, Selection.of(Set.of(UUID.fromString(flow))), Optional.empty());
        switch (answer) {
            case Evidence.Packets found -> {
                exchange.getResponseHeaders()
                        .add("ETag", "\"" + HexFormat.of().formatHex(found.cut().sha256()) + "\"");
                exchange.getResponseHeaders().add("Content-Type", "application/vnd.tcpdump.pcap");
                exchange.sendResponseHeaders(200, found.cut().bytes());
                Files.copy(found.file(), exchange.getResponseBody());
                Files.delete(found.file());
            }
            case Evidence.Gone gone -> exchange.sendResponseHeaders(410, -1);
            default -> exchange.sendResponseHeaders(404, -1);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
