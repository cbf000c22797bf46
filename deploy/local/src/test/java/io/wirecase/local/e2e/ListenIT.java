package io.wirecase.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Listening on the loopback interface: from packets to a report, and the same flows as from a file of the packets. */
@ExtendWith(RunningStack.class)
class ListenIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SITE = "listen-it";
    /** Ends it where the tests themselves run with Ctrl-C ignored, which every program they start inherits. */
    private static final String LONGEST = "60s";

    private static final String SENSORS = "/api/v1/sensors";

    @TempDir
    Path folder;

    @Test
    void untilCtrlCThenTheReportAndAReplayGivesTheSameFlows(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        Path live = folder.resolve("live");
        listen(stack, live);
        JsonNode source = JSON.readTree(live.resolve("report.json").toFile())
                .path("sources")
                .path(0);
        assertThat(source.path("sensor").asText()).isEqualTo("lo");
        assertThat(source.path("dropped").isNumber()).isTrue();
        assertThat(source.path("dropped").asLong()).isZero();
        assertThat(source.path("undecodable")).isEmpty();

        Path kept = kept(stack);
        Path replay = folder.resolve("replay");
        Launcher.Ended replayed = Launcher.run(
                stack,
                folder,
                "analyze",
                kept.toString(),
                "--site",
                SITE + "-2",
                "--out",
                replay.toString(),
                "--export");
        assertThat(replayed.code()).as(replayed.said()).isZero();
        assertThat(flows(live)).isNotEmpty().isEqualTo(flows(replay));
    }

    /** Listens while there is traffic, until Ctrl-C. */
    private void listen(RunningStack.Stack stack, Path live) throws IOException, InterruptedException {
        try (Talk talk = new Talk()) {
            Launcher.Begun listening = Launcher.begin(
                    stack,
                    folder,
                    ProcessBuilder.Redirect.PIPE,
                    "listen",
                    "lo",
                    "--filter",
                    talk.filter(),
                    "--for",
                    LONGEST,
                    "--site",
                    SITE,
                    "--out",
                    live.toString(),
                    "--export");
            awaitListening(stack, listening);
            talk.talk();
            awaitPackets(stack, talk.least());
            new ProcessBuilder("kill", "-INT", Long.toString(listening.process().pid()))
                    .start()
                    .waitFor();
            Launcher.Ended ended = listening.end();
            assertThat(ended.said())
                    .contains("the kernel lost 0, the interface 0")
                    .contains(".html");
            assertThat(ended.code()).isZero();
        }
    }

    @Test
    void aFilterThatIsNoneIsOneClearLineAndNothingIsBegun(RunningStack.Stack stack)
            throws IOException, InterruptedException {
        Launcher.Ended ended = Launcher.run(stack, folder, "listen", "lo", "--filter", "tcp prot 80", "--for", "1s");
        skipWithoutLibpcap(ended.said());
        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.said()).contains("the filter \"tcp prot 80\" is none (pcap-filter(7))");
        assertThat(stack.user().get(SENSORS).jsonPath().getList("$")).isEmpty();
    }

    /** A little traffic that is nobody else's on this machine. */
    private static final class Talk implements AutoCloseable {

        private static final int ROUNDS = 20;
        private final HttpServer server;
        private final DatagramSocket socket;

        Talk() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] body = "page ".repeat(2_000).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        }

        String filter() {
            return "port " + server.getAddress().getPort() + " or port " + socket.getLocalPort();
        }

        /** Packets there are at least: each datagram, and each request with its answer. */
        long least() {
            return 3L * ROUNDS;
        }

        void talk() throws IOException, InterruptedException {
            URI page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
            for (int round = 0; round < ROUNDS; round++) {
                byte[] words = "a datagram".getBytes(UTF_8);
                socket.send(new DatagramPacket(words, words.length, socket.getLocalSocketAddress()));
                try (HttpClient client = HttpClient.newHttpClient()) {
                    client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
                }
            }
        }

        @Override
        public void close() {
            server.stop(0);
            socket.close();
        }
    }

    private static void awaitListening(RunningStack.Stack stack, Launcher.Begun listening)
            throws IOException, InterruptedException {
        while (listening.process().isAlive()) {
            if (stack.user().get(SENSORS).jsonPath().getList("state").contains("LISTENING")) {
                return;
            }
            Thread.onSpinWait();
        }
        Launcher.Ended ended = listening.end();
        skipWithoutLibpcap(ended.said());
        throw new AssertionError("it ended with " + ended.code() + ": " + ended.said());
    }

    private static void skipWithoutLibpcap(String said) {
        if (said.contains("libpcap is not installed") || said.contains("no right to listen")) {
            System.getLogger(ListenIT.class.getName())
                    .log(System.Logger.Level.WARNING, "notice: SKIPPED a test of live capture: " + said);
            abort("no live capture here: " + said);
        }
    }

    private static void awaitPackets(RunningStack.Stack stack, long least) {
        while (stack.user().get(SENSORS + "/lo").jsonPath().getLong("packets") < least) {
            Thread.onSpinWait();
        }
    }

    /** The one segment the sensor's packets are in. */
    private static Path kept(RunningStack.Stack stack) throws IOException {
        try (Stream<Path> files = Files.walk(stack.home().folder())) {
            return files.filter(file -> file.toString().endsWith(".pcap"))
                    .filter(file -> file.toString().contains("/live/" + SITE + "/"))
                    .reduce((one, other) -> {
                        throw new AssertionError("more than one segment: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
    }

    /** Flows without what names the capture they came from. */
    private static List<String> flows(Path out) throws IOException {
        SortedMap<String, Integer> flows = new TreeMap<>();
        try (Stream<String> lines = Files.lines(out.resolve("flows.jsonl"))) {
            lines.map(ListenIT::flow).forEach(flow -> flows.merge(flow, 1, Integer::sum));
        }
        List<String> told = new ArrayList<>();
        flows.forEach((flow, count) -> told.add(count + " x " + flow));
        return told;
    }

    private static String flow(String line) {
        try {
            ObjectNode flow = (ObjectNode) JSON.readTree(line);
            flow.remove(List.of("capture", "captureId", "site", "id", "sensor"));
            return flow.toString();
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
