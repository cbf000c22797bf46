package io.wirecase.capture.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.capture.evidence.PacketCutter.Cut;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.testkit.Played;
import io.wirecase.capture.testkit.Talk;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PacketCutterTest {

    private static final PacketCutter.Room ROOMY = new PacketCutter.Room(Long.MAX_VALUE, 0);

    @TempDir
    private static Path folder;

    private static Path day;
    private static List<Flow> flows;

    @BeforeAll
    static void generate() throws IOException {
        day = folder.resolve("day.pcap");
        Fixtures.named("OfficeDay").write(day, CaptureFormat.PCAP, Settings.DEFAULT);
        flows = lastParts(Tape.play(day, FlowSettings.DEFAULT).flows());
    }

    @Test
    void readAgainTheCutOfAFlowIsThatFlowWithItsCountsTimesAndEnds() throws Exception {
        Set<Transport> seen = new HashSet<>();
        for (Flow flow : sample(flows, 60)) {
            Path cut = folder.resolve("flow.pcap");
            Cut result = cut(day, FlowSettings.DEFAULT, Selection.of(Set.of(flow.id())), cut);

            Flow again = only(Tape.play(cut, FlowSettings.DEFAULT).flows());
            assertThat(again.traffic()).isEqualTo(flow.traffic());
            assertThat(again.key()).isEqualTo(flow.key());
            assertThat(again.span().startNanos()).isEqualTo(flow.span().startNanos());
            assertThat(again.span().endNanos()).isEqualTo(flow.span().endNanos());
            assertThat(again.facts().tcp()).isEqualTo(flow.facts().tcp());
            assertThat(result.packets()).isEqualTo(flow.traffic().total().packets());
            assertThat(result.flows()).containsExactly(flow.id());
            seen.add(flow.key().transport());
        }
        assertThat(seen).contains(Transport.TCP, Transport.UDP);
    }

    @Test
    void everyPacketIsTheOneRecordedInTheOrderRecorded() throws Exception {
        Set<UUID> two = flows.stream().map(Flow::id).limit(2).collect(Collectors.toSet());
        Path cut = folder.resolve("two.pcap");
        cut(day, FlowSettings.DEFAULT, Selection.of(two), cut);

        List<Played> all = Played.of(day);
        List<Played> some = Played.of(cut);
        assertThat(some).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(all).containsSubsequence(some);
    }

    @Test
    void aFlowThatAFullTableCutShortHasThePacketsItsRecordCounts() throws Exception {
        FlowSettings crowded = new FlowSettings(
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                Duration.ofSeconds(15),
                Duration.ofMinutes(10),
                4,
                1 << 20);
        List<Flow> made = lastParts(Tape.play(day, crowded).flows());
        assertThat(made).hasSizeGreaterThan(flows.size());
        for (Flow flow : sample(made, 40)) {
            Cut cut = cut(day, crowded, Selection.of(Set.of(flow.id())), folder.resolve("crowded.pcap"));
            assertThat(cut.packets()).isEqualTo(flow.traffic().total().packets());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CaptureFormat.class,
            names = {"PCAP", "PCAP_NANO", "PCAPNG"})
    void timesKeepTheirPrecision(CaptureFormat format) throws Exception {
        Path file = folder.resolve("precise");
        Fixtures.named("B1").write(file, format, Settings.DEFAULT);
        Path cut = folder.resolve("precise-cut");
        Set<UUID> ids = ids(lastParts(Tape.play(file, FlowSettings.DEFAULT).flows()));
        assertThat(cut(file, FlowSettings.DEFAULT, Selection.of(ids), cut).pcapng())
                .isFalse();
        assertThat(Played.of(cut)).isEqualTo(Played.of(file));
    }

    @Test
    void packetsOfSeveralInterfacesKeepThemInAPcapng() throws Exception {
        Talk talk = Talk.usual();
        List<Played> packets = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            // The third comes from another interface, with a finer clock and without a link layer.
            boolean other = i % 3 == 2;
            byte[] frame = talk.udp(i % 2 == 0, new byte[i]);
            byte[] bytes = other ? Arrays.copyOfRange(frame, 14, frame.length) : frame;
            packets.add(new Played(
                    other ? 101 : 1,
                    other ? 5 : 3,
                    Tape.START + i * 1_000_007L,
                    other ? 1 : 1_000,
                    bytes.length,
                    bytes));
        }
        Path cut = folder.resolve("interfaces.pcapng");
        Selection all = new Selection(Set.of(), IpAddress.of("192.168.1.10"), Long.MIN_VALUE, Long.MAX_VALUE);
        PacketCutter cutter = new PacketCutter(FlowSettings.DEFAULT, ROOMY);
        Cut result = (Cut) cutter.cut(Played.source(packets), Tape.IDENTITY, all, cut);

        assertThat(result.pcapng()).isTrue();
        assertThat(result.packets()).isEqualTo(6);
        List<Played> read = Played.of(cut);
        assertThat(read).extracting(Played::linkType).containsExactly(1, 1, 101, 1, 1, 101);
        assertThat(read).extracting(Played::interfaceId).containsExactly(0, 0, 1, 0, 0, 1);
        assertThat(read).extracting(Played::resolution).containsExactly(1_000L, 1_000L, 1L, 1_000L, 1_000L, 1L);
        assertThat(read)
                .extracting(Played::nanos)
                .containsExactlyElementsOf(packets.stream()
                        .map(p -> p.nanos() / p.resolution() * p.resolution())
                        .toList());
        assertThat(read)
                .extracting(p -> p.bytes().length)
                .containsExactlyElementsOf(
                        packets.stream().map(p -> p.bytes().length).toList());
    }

    @Test
    void aHostAndATimeSpanNarrowEachOther() throws Exception {
        Flow some = flows.get(flows.size() / 2);
        IpAddress host = some.originator();
        long from = some.span().startNanos();
        long to = from + Duration.ofMinutes(10).toNanos();
        Path cut = folder.resolve("host.pcap");
        Cut result = cut(day, FlowSettings.DEFAULT, new Selection(Set.of(), host, from, to), cut);

        assertThat(result.packets()).isPositive();
        assertThat(Played.of(cut))
                .allSatisfy(
                        p -> assertThat(p.nanos()).isGreaterThanOrEqualTo(from).isLessThan(to));
        assertThat(Tape.play(cut, FlowSettings.DEFAULT).flows())
                .allSatisfy(flow ->
                        assertThat(List.of(flow.originator(), flow.responder())).contains(host));
        Cut time = cut(day, FlowSettings.DEFAULT, new Selection(Set.of(), null, from, to), folder.resolve("t.pcap"));
        assertThat(time.packets())
                .isEqualTo(Played.of(day).stream()
                        .filter(p -> p.nanos() >= from && p.nanos() < to)
                        .count());
    }

    @Test
    void theDigestIsThatOfTheFile() throws Exception {
        Path cut = folder.resolve("digest.pcap");
        Cut result = cut(
                day, FlowSettings.DEFAULT, Selection.of(Set.of(flows.getFirst().id())), cut);
        assertThat(result.sha256())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(cut)));
        assertThat(result.bytes()).isEqualTo(Files.size(cut));
    }

    @Test
    void aFlowThatIsNotInTheCaptureIsNotFoundAndTheFileHasNoPackets() throws Exception {
        Path cut = folder.resolve("none.pcap");
        Cut result = cut(day, FlowSettings.DEFAULT, Selection.of(Set.of(new UUID(1, 2))), cut);
        assertThat(result.flows()).isEmpty();
        assertThat(Played.of(cut)).isEmpty();
    }

    @Test
    void aCutEndsBeforeItIsLargerThanItMayBeOrFillsTheDisk() throws Exception {
        Selection all = Selection.of(ids(flows));
        try (PacketSource source = open(day)) {
            assertThat(new PacketCutter(FlowSettings.DEFAULT, new PacketCutter.Room(10_000, 0))
                            .cut(source, Tape.IDENTITY, all, folder.resolve("large.pcap")))
                    .isEqualTo(new PacketCutter.TooLarge(10_000));
        }
        try (PacketSource source = open(day)) {
            assertThat(new PacketCutter(FlowSettings.DEFAULT, new PacketCutter.Room(1 << 30, Long.MAX_VALUE))
                            .cut(source, Tape.IDENTITY, all, folder.resolve("full.pcap")))
                    .isInstanceOf(PacketCutter.NoSpace.class);
        }
    }

    @Test
    void whoeverIsInterruptedStops() throws Exception {
        try (PacketSource source = open(day)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> new PacketCutter(FlowSettings.DEFAULT, ROOMY)
                            .cut(source, Tape.IDENTITY, Selection.of(ids(flows)), folder.resolve("stop.pcap")))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    private static Cut cut(Path file, FlowSettings settings, Selection selection, Path into) throws Exception {
        try (PacketSource source = open(file)) {
            return (Cut) new PacketCutter(settings, ROOMY).cut(source, Tape.IDENTITY, selection, into);
        }
    }

    private static PacketSource open(Path file) throws IOException {
        return ((CaptureFile.Opened) CaptureFile.open(file)).source();
    }

    private static Flow only(List<Flow> made) {
        List<Flow> last = lastParts(made);
        assertThat(last).hasSize(1);
        return last.getFirst();
    }

    private static List<Flow> lastParts(List<Flow> made) {
        return made.stream().filter(flow -> flow.ending().last()).toList();
    }

    private static Set<UUID> ids(List<Flow> made) {
        return made.stream().map(Flow::id).collect(Collectors.toSet());
    }

    /** So many of them, spread over all. */
    private static List<Flow> sample(List<Flow> made, int most) {
        int step = Math.max(1, made.size() / most);
        List<Flow> some = new ArrayList<>();
        for (int i = 0; i < made.size(); i += step) {
            some.add(made.get(i));
        }
        return some;
    }
}
