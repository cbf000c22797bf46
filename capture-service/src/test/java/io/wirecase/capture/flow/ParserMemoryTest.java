package io.wirecase.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One account for all that is kept of payload. */
class ParserMemoryTest {

    private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: a.example\r\n\r\n";
    private static final String LONG_HEAD = "GET /b HTTP/1.1\r\nX: " + "x".repeat(1_300);
    private static final int CONNECTIONS = 6_000;
    private static final int SEGMENTS = 40;

    private final Talk early = Talk.usual();
    private final Talk late = new Talk("192.168.1.11", 40_000, "203.0.113.5", 80);

    @Test
    void whoWasSilentLongestMakesRoomAndItsFlowIsCountedOn() {
        Tape.Played played = twoConversations(9 * 1024);
        Flow silent = of(played, early);
        Flow busy = of(played, late);

        assertThat(silent.readUntil()).isEqualTo(2);
        assertThat(silent.traffic().total().packets()).isEqualTo(3);
        assertThat(silent.traffic().originator().payloadBytes()).isEqualTo(2L * REQUEST.length() + LONG_HEAD.length());
        assertThat(busy.readUntil()).isNull();
        assertThat(played.accounts().shortages()).isEqualTo(new Shortages(0, 1, 0, 0, 0));
    }

    @Test
    void whatWasReadUntilThenIsKeptAndNothingAfterIt() {
        Flow silent = of(twoConversations(9 * 1024), early);
        HttpFacts read = Objects.requireNonNull(silent.facts().http());

        assertThat(silent.application().from()).isEqualTo(Application.Found.DECODED);
        assertThat(silent.application().stack()).first().isEqualTo("HTTP");
        assertThat(read.exchanges()).hasSize(1);
        assertThat(silent.facts().tcp()).isNotNull();
    }

    @Test
    void whereMemorySufficesNothingIsCutOrMarked() {
        Tape.Played played = twoConversations(1 << 20);

        assertThat(of(played, early).readUntil()).isNull();
        assertThat(Objects.requireNonNull(of(played, early).facts().http()).exchanges())
                .hasSize(2);
        assertThat(played.accounts().shortages()).isEqualTo(Shortages.NONE);
    }

    @Test
    void withoutAnyMemoryFlowsAreTheSameButForWhatWasRead() throws IOException {
        byte[] capture = generated();
        Tape.Played all = Tape.play(capture, FlowSettings.DEFAULT);
        Tape.Played none = Tape.play(capture, FlowSettings.DEFAULT.withParserBytes(0));

        assertThat(none.flows()).extracting(Flow::id).isEqualTo(ids(all));
        assertThat(none.flows())
                .extracting(Flow::traffic)
                .isEqualTo(all.flows().stream().map(Flow::traffic).toList());
        assertThat(none.flows())
                .extracting(flow -> flow.facts().tcp())
                .isEqualTo(all.flows().stream().map(flow -> flow.facts().tcp()).toList());
        assertThat(none.flows())
                .allMatch(flow -> flow.facts().http() == null && flow.facts().dns() == null);
        assertThat(none.accounts().shortages().parsers())
                .isEqualTo(none.flows().stream()
                        .filter(flow -> flow.readUntil() != null)
                        .count())
                .isGreaterThan(10);
    }

    @Test
    void whatIsPackedIsUnpackedUnchanged() throws IOException {
        List<Flow> all = Tape.play(generated(), FlowSettings.DEFAULT).flows();

        assertThat(all)
                .hasSizeGreaterThan(20)
                .allSatisfy(flow ->
                        assertThat(KeptFacts.packed(flow.facts()).facts()).isEqualTo(flow.facts()));
    }

    @Test
    void bytesThatAreNoLongerWaitedForAreCounted() {
        Tape tape = new Tape().frame(early.aTcp(TcpFacts.SYN, 0, 0, ""));
        for (int i = 0; i < 200; i++) {
            tape.frame(early.aTcp(TcpFacts.ACK, 101 + 2L * i, 1, "x"));
        }
        Shortages gone = tape.play().accounts().shortages();

        // One hundred bytes before the first that came, then each second one, as long as too many segments waited.
        assertThat(gone.skippedBytes()).isEqualTo(100 + 200 - 1 - 128);
    }

    /** All heads together would take many times the heap it is given. */
    @Test
    void headsThatNeverEndFitASmallHeapAndEachFlowIsCounted() throws IOException, InterruptedException {
        Process flood = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeadFlood.class.getName(),
                        Integer.toString(CONNECTIONS),
                        Integer.toString(SEGMENTS),
                        Integer.toString(24 << 20)))
                .redirectErrorStream(true)
                .start();
        String said = new String(flood.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(flood.waitFor()).as(said).isZero();
        long[] told = Arrays.stream(said.strip().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        assertThat(told).startsWith((long) CONNECTIONS * SEGMENTS, CONNECTIONS);
        assertThat(told[2]).isEqualTo(told[3]).isBetween(CONNECTIONS * 9L / 10, (long) CONNECTIONS);
    }

    /** One asks and falls silent; another's head goes on; then the first goes on too. */
    private Tape.Played twoConversations(long parserBytes) {
        Tape tape = new Tape()
                .settings(FlowSettings.DEFAULT.withParserBytes(parserBytes))
                .frame(early.aTcp(TcpFacts.ACK, 1, 1, REQUEST))
                .after(0.1)
                .frame(early.aTcp(TcpFacts.ACK, 1 + REQUEST.length(), 1, LONG_HEAD));
        for (int i = 0; i < 4; i++) {
            tape.after(0.1).frame(late.aTcp(TcpFacts.ACK, 1 + (long) i * LONG_HEAD.length(), 1, LONG_HEAD));
        }
        long next = 1 + REQUEST.length() + LONG_HEAD.length();
        return tape.after(0.1).frame(early.aTcp(TcpFacts.ACK, next, 1, REQUEST)).play();
    }

    private static Flow of(Tape.Played played, Talk talk) {
        return played.flows().stream()
                .filter(flow -> flow.originator().toString().equals(talk.a.getHostAddress()))
                .findFirst()
                .orElseThrow();
    }

    private static List<UUID> ids(Tape.Played played) {
        return played.flows().stream().map(Flow::id).toList();
    }

    private static byte[] generated() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CaptureWriter writer = CaptureWriter.open(out, CaptureFormat.PCAP_NANO)) {
            Fixtures.named("OfficeDay").write(writer, Settings.DEFAULT);
        }
        return out.toByteArray();
    }
}
