package io.wirecase.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wirecase.local.client.FrontDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run, from a front door that answers over HTTP. */
class OutputTest {

    private static final URI PLACE = URI.create("/api/v1/reports/1");
    private static final Map<String, String> ENDINGS = Map.of(
            "application/json", "json",
            "text/html", "html",
            "application/pdf", "pdf",
            "text/markdown", "md");

    @TempDir
    Path folder;

    private HttpServer server;
    private String name = "wirecase-report_office_20260302T180000Z";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String ending = ENDINGS.get(exchange.getRequestHeaders().getFirst("Accept"));
            byte[] body = (name + " as " + ending).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Disposition", "inline; filename=\"" + name + "." + ending + "\"");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void everyFormHasItsOwnNameAnEasyOneAndChecksums() throws IOException, InterruptedException {
        write();

        for (String ending : ENDINGS.values()) {
            Path file = out().resolve(name + "." + ending);
            assertThat(file).hasContent(name + " as " + ending);
            assertThat(out().resolve("report." + ending)).hasContent(name + " as " + ending);
            assertThat(out().resolve(file.getFileName() + ".sha256")).exists();
        }
        assertThat(checked()).isZero();
        assertThat(files()).hasSize(16);
    }

    @Test
    void theNextRunLeavesTheFirstOneAsItWasAndTakesTheEasyNames() throws IOException, InterruptedException {
        String first = name;
        write();
        name = "wirecase-report_office_20260303T180000Z";
        write();

        assertThat(out().resolve(first + ".pdf")).hasContent(first + " as pdf");
        assertThat(out().resolve("report.pdf")).hasContent(name + " as pdf");
        assertThat(checked()).isZero();
    }

    @Test
    void aNameThatLeadsElsewhereIsNotTaken() throws IOException, InterruptedException {
        for (String odd :
                List.of("../../evil", "/etc/evil", "wirecase-report_../evil", ".bashrc", "wirecase-report_")) {
            name = odd;
            write();

            assertThat(files()).allMatch(file -> file.startsWith("report."));
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("key", "out");
        }
    }

    private void write() throws IOException, InterruptedException {
        Path key = Files.writeString(folder.resolve("key"), "secret");
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        new Output(new FrontDoor(base, key), out()).report(PLACE);
    }

    private int checked() throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of("sha256sum", "-c", "--quiet", "--strict"),
                        files().stream().filter(file -> file.endsWith(".sha256")))
                .toList();
        return new ProcessBuilder(command)
                .directory(out().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(out())) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path out() {
        return folder.resolve("out");
    }
}
