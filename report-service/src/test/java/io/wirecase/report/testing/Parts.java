package io.wirecase.report.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.wirecase.platform.testing.RealBroker;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What the service needs around it: a broker, a database, and something that answers as the capture service would. */
public final class Parts implements QuarkusTestResourceLifecycleManager {

    /** The key that calls must present. */
    public static final String KEY = "a key for tests";

    private static String bootstrap = "";
    private static @Nullable RealBroker shared;

    private final RealBroker broker = RealBroker.startWithTopics();
    private final RealDatabase database = RealDatabase.startEmpty();
    private final HttpServer capture = captureService();

    /** Where the broker is. */
    public static String bootstrap() {
        return bootstrap;
    }

    /** The broker, to be stopped and resumed. */
    public static RealBroker broker() {
        return Objects.requireNonNull(shared);
    }

    @Override
    public Map<String, String> start() {
        shared = broker;
        bootstrap = broker.bootstrap();
        capture.start();
        return Map.of(
                "wirecase.access.key",
                KEY,
                "wirecase.report.kafka-bootstrap",
                broker.bootstrap(),
                "wirecase.report.capture-url",
                "http://127.0.0.1:" + capture.getAddress().getPort(),
                "quarkus.datasource.jdbc.url",
                database.url(),
                "wirecase.report.database.user",
                "postgres",
                "wirecase.report.database.password",
                "postgres",
                "quarkus.http.test-port",
                "0",
                "wirecase.report.patience",
                "1s");
    }

    @Override
    public void stop() {
        capture.stop(0);
        broker.close();
        database.close();
    }

    private static HttpServer captureService() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/v1/captures", Parts::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }

    /** Answers with what came: method, target, key, length and SHA-256 of the body. */
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            long length = 0;
            byte[] buffer = new byte[1 << 16];
            InputStream body = exchange.getRequestBody();
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                sha256.update(buffer, 0, n);
                length += n;
            }
            String answer = exchange.getRequestMethod() + "\n" + exchange.getRequestURI() + "\n"
                    + exchange.getRequestHeaders().getFirst("X-Api-Key") + "\n" + length + "\n"
                    + HexFormat.of().formatHex(sha256.digest());
            exchange.getResponseHeaders().add("Location", "/api/v1/captures/1");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
