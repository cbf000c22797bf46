package io.wirecase.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether an answer at a service's port means that the service is ready. */
class ReadinessTest {

    @TempDir
    Path folder;

    private Home home;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        home = new Home(folder.resolve("checkout"), folder.resolve("data"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aServiceOfThisStackIsReadyWhenItSaysSo() {
        assertThat(ready(home.stackId(), 200)).isTrue();
    }

    @Test
    void aServiceOfAnotherStackAtTheSamePortIsNotOurs() {
        String other = new Home(folder.resolve("checkout"), folder.resolve("elsewhere")).stackId();

        assertThat(ready(other, 200)).isFalse();
    }

    @Test
    void aStrangerAtThePortIsNotOurs() {
        assertThat(ready(null, 200)).isFalse();
    }

    @Test
    void aServiceThatIsNotReadyYetIsNot() {
        assertThat(ready(home.stackId(), 503)).isFalse();
    }

    private boolean ready(@Nullable String stack, int status) {
        server.createContext("/q/health/ready", exchange -> {
            if (stack != null) {
                exchange.getResponseHeaders().set("Wirecase-Stack", stack);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        ProcessRecord record =
                ProcessRecord.of(ProcessHandle.current(), server.getAddress().getPort());
        return new Readiness(home, new Spawner(home, new StartCaches(home, note -> {}), "none").postgres())
                .ready(Part.CAPTURE, record);
    }
}
