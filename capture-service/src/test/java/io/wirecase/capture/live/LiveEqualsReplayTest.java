package io.wirecase.capture.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.source.SourceSummary;
import io.wirecase.capture.store.ArchiveLimits;
import io.wirecase.capture.store.FilePacketArchive;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.net.Transport;
import io.wirecase.core.wire.Accounts;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live run and a replay of what it kept give the same flows, member for member, ids included. */
class LiveEqualsReplayTest {

    private static final LiveSettings SETTINGS = LiveSettings.usual("lo", "here", "");

    @TempDir
    Path folder;

    private final CollectingOutlet outlet = new CollectingOutlet();
    private final LiveProgress progress = new LiveProgress();
    private FilePacketArchive archive;

    @BeforeEach
    void open() throws IOException {
        var limits = new ArchiveLimits(1L << 30, Duration.ofDays(100_000), 0);
        archive = new FilePacketArchive(folder, limits, InstantSource.system());
    }

    @Test
    void everyFlowOfAnOfficesDay() throws IOException, InterruptedException {
        Path file = folder.resolve("office.pcap");
        Fixtures.named("OfficeDay").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        try (PacketSource source = ((CaptureFile.Opened) CaptureFile.open(file)).source()) {
            run(new Replayed(source));
        }
        assertThat(outlet.flows).hasSizeGreaterThan(100).isEqualTo(replayed());
        Accounts accounts = outlet.completed.getFirst();
        assertThat(accounts.packets())
                .isEqualTo(archive.find(progress.captures().getFirst())
                        .orElseThrow()
                        .packets());
        assertThat(accounts.notes()).contains("listening ended by itself: the end");
    }

    @Test
    void realTrafficOnTheLoopbackInterface() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "hello".repeat(5_000).getBytes(US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                LiveInterface live = Loopback.open(
                        "lo",
                        "port " + socket.getLocalPort() + " or port "
                                + server.getAddress().getPort())) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            Thread listening = Thread.ofPlatform().start(() -> {
                try {
                    run(live);
                    done.complete(null);
                } catch (InterruptedException | RuntimeException | Error failed) {
                    done.completeExceptionally(failed);
                }
            });
            talk(socket, server);
            while (progress.accounts() == null || progress.accounts().packets() < 20) {
                Thread.onSpinWait();
            }
            listening.interrupt();
            done.join();
        } finally {
            server.stop(0);
        }
        assertThat(outlet.flows).extracting(flow -> flow.key().transport()).contains(Transport.TCP, Transport.UDP);
        assertThat(outlet.flows).isEqualTo(replayed());
        assertThat(outlet.completed.getFirst().dropped()).isZero();
    }

    private static void talk(DatagramSocket socket, HttpServer server) throws IOException, InterruptedException {
        byte[] words = "a datagram".getBytes(US_ASCII);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 5; i++) {
                socket.send(new DatagramPacket(words, words.length, socket.getLocalSocketAddress()));
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private void run(Feed feed) throws InterruptedException {
        var around = new LiveSurroundings(
                FlowSettings.DEFAULT, outlet, outlet, archive, new Tallies(), InstantSource.system());
        new LiveRun(SETTINGS, around, progress).run(feed, "decoder");
    }

    private List<Flow> replayed() throws IOException {
        FlowOrigin origin = outlet.flows.getFirst().origin();
        List<Flow> flows = new ArrayList<>();
        FlowAssembler assembler = new FlowAssembler(
                new CaptureIdentity(origin.captureId(), origin.revision(), origin.site(), origin.sensor()),
                FlowSettings.DEFAULT,
                flows::add);
        RawPacket packet = new RawPacket();
        try (PacketSource kept = archive.packets(origin.captureId(), 0, Long.MAX_VALUE)) {
            while (kept.next(packet)) {
                assembler.accept(packet);
            }
        }
        assembler.finish();
        return flows;
    }

    /** A file played as fast as it is read. */
    private static final class Replayed implements Feed {

        private final PacketSource source;
        private boolean ended;

        Replayed(PacketSource source) {
            this.source = source;
        }

        @Override
        public boolean poll(RawPacket into) {
            ended = !source.next(into);
            return !ended;
        }

        @Override
        public SourceSummary summary() {
            return source.summary();
        }

        @Override
        public Drops drops() {
            return Drops.NONE;
        }

        @Override
        public Optional<String> broken() {
            return ended ? Optional.of("the end") : Optional.empty();
        }
    }
}
