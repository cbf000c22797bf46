package io.wirecase.capture.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.in.StatesFollower;
import io.wirecase.capture.run.CaptureReader;
import io.wirecase.capture.run.CaptureRun;
import io.wirecase.capture.run.FlowOutlet;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.FileCaptureStore;
import io.wirecase.capture.store.StoredCapture;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.CaptureState.State;
import io.wirecase.core.wire.EndMarker;
import io.wirecase.core.wire.Partitioning;
import io.wirecase.core.wire.Topic;
import io.wirecase.platform.testing.RealBroker;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing against a real broker. Every test sends its capture under a site of its own, so none sees another's. */
class PublishingTest {

    private static final Duration EVERY_FLOW = Duration.ZERO;
    private static final Duration AT_THE_END = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static RealBroker broker;
    private static StatesFollower follower;
    private static Thread following;
    private static CaptureStore store;
    private static byte[] check;

    @BeforeAll
    static void start() throws IOException {
        broker = RealBroker.startWithTopics();
        follower = new StatesFollower(broker.bootstrap(), state -> {});
        following = Thread.ofVirtual().start(follower);
        store = new FileCaptureStore(folder.resolve("store"), 0);
        Path file = folder.resolve("a1.pcap");
        Fixtures.named("A1").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        check = Files.readAllBytes(file);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        follower.close();
        following.join();
        broker.close();
    }

    @Test
    void everyFlowArrivesOnceOnItsOriginatorsPartitionWithMarkersThatCountThem() throws Exception {
        StoredCapture capture = keep(check, "quiet");
        try (KafkaOutlet outlet = outlet(AT_THE_END)) {
            outlet.announce(capture.accepted());
            run(outlet, "decoder").run(capture.id());
        }
        Reading reading = Reading.of(broker.bootstrap(), capture.id());
        CaptureState last = reading.states().getLast();
        assertThat(last.state()).isEqualTo(State.COMPLETED);
        assertThat(last.progress()).isEqualTo(1);
        assertThat(last.accounts().flows()).isEqualTo(reading.flows().size()).isPositive();
        assertThat(reading.flows()).doesNotHaveDuplicates();
        long[] counts = new long[Topic.DEFAULT_PARTITIONS];
        for (Flow flow : reading.flows()) {
            String key = Partitioning.flowKey("quiet", flow.key().transport(), flow.originator());
            counts[Partitioning.partition(key, counts.length)]++;
        }
        assertThat(last.publication().flowsByPartition())
                .isEqualTo(Arrays.stream(counts).boxed().toList());
        assertThat(reading.markers()).extracting(EndMarker::flowPartition).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(reading.markers())
                .allSatisfy(marker -> assertThat(marker.flows()).isEqualTo(counts[marker.flowPartition()]));
    }

    @Test
    void aCaptureThatIsDoneIsNotPublishedAgain() throws Exception {
        StoredCapture capture = keep(check, "twice");
        try (KafkaOutlet outlet = outlet(AT_THE_END)) {
            run(outlet, "decoder").run(capture.id());
            Reading before = Reading.of(broker.bootstrap(), capture.id());
            run(outlet, "decoder").run(capture.id());
            assertThat(Reading.of(broker.bootstrap(), capture.id())).isEqualTo(before);
        }
    }

    @Test
    void afterACrashTheSameDecoderGoesOnWhereItWas() throws Exception {
        StoredCapture quiet = keep(check, "quiet-too");
        StoredCapture capture = keep(check, "crash");
        try (KafkaOutlet outlet = outlet(AT_THE_END);
                KafkaOutlet hasty = outlet(EVERY_FLOW)) {
            run(outlet, "decoder").run(quiet.id());
            CaptureRun crashing = run(new CrashingOutlet(hasty, 100), "decoder");
            assertThatThrownBy(() -> crashing.run(capture.id())).isInstanceOf(CrashingOutlet.Killed.class);
            assertThat(Reading.of(broker.bootstrap(), capture.id()).flows()).hasSize(99);
            run(outlet, "decoder").run(capture.id());
        }
        Reading reading = Reading.of(broker.bootstrap(), capture.id());
        Reading undisturbed = Reading.of(broker.bootstrap(), quiet.id());
        assertThat(reading.flows()).extracting(flow -> flow.span()).doesNotHaveDuplicates();
        assertThat(reading.flows())
                .extracting(flow -> flow.span(), flow -> flow.traffic())
                .containsExactlyInAnyOrderElementsOf(undisturbed.flows().stream()
                        .map(flow -> tuple(flow.span(), flow.traffic()))
                        .toList());
        assertThat(reading.markers()).hasSize(Topic.DEFAULT_PARTITIONS);
        assertThat(reading.markers().stream().mapToLong(EndMarker::flows).sum())
                .isEqualTo(undisturbed.flows().size());
        assertThat(reading.states()).allMatch(state -> state.revision() == 1);
    }

    @Test
    void anOpenTransactionOfAKilledServiceIsEndedWithoutWaitingForItsTimeOut() throws Exception {
        StoredCapture capture = keep(check, "open");
        try (KafkaOutlet outlet = outlet(AT_THE_END)) {
            CaptureRun crashing = run(new CrashingOutlet(outlet, 100), "decoder");
            assertThatThrownBy(() -> crashing.run(capture.id())).isInstanceOf(CrashingOutlet.Killed.class);
            outlet.endOpenTransactions(List.of(capture.id()));
            assertThat(follower.current(capture.id())).isEmpty();
            run(outlet, "decoder").run(capture.id());
        }
        assertThat(Reading.of(broker.bootstrap(), capture.id()).markers()).hasSize(Topic.DEFAULT_PARTITIONS);
    }

    @Test
    void afterACrashAnotherDecoderMakesANewRevision() throws Exception {
        StoredCapture capture = keep(check, "changed");
        try (KafkaOutlet outlet = outlet(EVERY_FLOW)) {
            CaptureRun crashing = run(new CrashingOutlet(outlet, 10), "old decoder");
            assertThatThrownBy(() -> crashing.run(capture.id())).isInstanceOf(CrashingOutlet.Killed.class);
        }
        try (KafkaOutlet outlet = outlet(AT_THE_END)) {
            run(outlet, "new decoder").run(capture.id());
        }
        Reading reading = Reading.of(broker.bootstrap(), capture.id());
        assertThat(reading.flowsOf(1)).hasSize(9);
        assertThat(reading.flowsOf(2)).hasSizeGreaterThan(9);
        assertThat(reading.markers()).hasSize(Topic.DEFAULT_PARTITIONS).allMatch(marker -> marker.revision() == 2);
        assertThat(reading.states())
                .extracting(CaptureState::state)
                .endsWith(State.READING, State.SUPERSEDED, State.COMPLETED);
        assertThat(reading.states().getLast().revision()).isEqualTo(2);
    }

    @Test
    void aCaptureAskedForAgainIsANewRevisionUnderTheSameId() throws Exception {
        StoredCapture capture = keep(check, "again");
        try (KafkaOutlet outlet = outlet(AT_THE_END)) {
            run(outlet, "decoder").run(capture.id());
            store.raise(capture.id(), 2);
            run(outlet, "decoder").run(capture.id());
        }
        Reading reading = Reading.of(broker.bootstrap(), capture.id());
        assertThat(reading.flowsOf(2)).hasSameSizeAs(reading.flowsOf(1));
        assertThat(reading.states())
                .extracting(CaptureState::state, CaptureState::revision)
                .containsSubsequence(tuple(State.COMPLETED, 1), tuple(State.SUPERSEDED, 1), tuple(State.COMPLETED, 2));
    }

    @Test
    void aCaptureThatOurDecoderCannotStandFailsWithMarkersForWhatWasPublished() throws Exception {
        StoredCapture capture = keep(check, "defect");
        try (KafkaOutlet outlet = outlet(EVERY_FLOW)) {
            CaptureRun run = run(new CrashingOutlet(outlet, 30, StackOverflowError::new), "decoder");
            assertThatThrownBy(() -> run.run(capture.id())).isInstanceOf(StackOverflowError.class);
            run.fail(capture.id(), new StackOverflowError());
        }
        Reading reading = Reading.of(broker.bootstrap(), capture.id());
        CaptureState last = reading.states().getLast();
        assertThat(last.state()).isEqualTo(State.FAILED);
        assertThat(last.failure()).contains("StackOverflowError");
        assertThat(last.publication().flows()).isEqualTo(29);
        assertThat(reading.flows()).hasSize(29);
        assertThat(reading.markers().stream().mapToLong(EndMarker::flows).sum()).isEqualTo(29);
    }

    @Test
    void aFileThatIsNoCaptureFailsWithItsReasonAndWithoutMarkers() throws Exception {
        StoredCapture capture = keep(check, "unreadable");
        Files.write(store.content(capture.id()), "not a capture any more, some disks do that".getBytes());
        try (KafkaOutlet outlet = outlet(AT_THE_END)) {
            run(outlet, "decoder").run(capture.id());
        }
        Reading reading = Reading.of(broker.bootstrap(), capture.id());
        assertThat(reading.states().getLast().state()).isEqualTo(State.FAILED);
        assertThat(reading.states().getLast().failure()).isNotBlank();
        assertThat(reading.flows()).isEmpty();
        assertThat(reading.markers()).isEmpty();
    }

    @Test
    void whoeverTakesACaptureStopsTheOneThatHadIt() throws Exception {
        StoredCapture capture = keep(check, "fenced");
        try (KafkaOutlet slow = outlet(AT_THE_END);
                KafkaOutlet quick = outlet(AT_THE_END)) {
            CaptureRun crashing = run(new CrashingOutlet(slow, 50), "decoder");
            assertThatThrownBy(() -> crashing.run(capture.id())).isInstanceOf(CrashingOutlet.Killed.class);
            run(quick, "decoder").run(capture.id());
        }
        Reading reading = Reading.of(broker.bootstrap(), capture.id());
        assertThat(reading.flows()).doesNotHaveDuplicates();
        assertThat(reading.markers()).hasSize(Topic.DEFAULT_PARTITIONS);
    }

    @Test
    void aBrokerThatIsAwayIsWaitedForAndNothingIsLost() throws Exception {
        StoredCapture capture = keep(check, "away");
        try (KafkaOutlet outlet = outlet(AT_THE_END)) {
            broker.pause();
            Thread reading = Thread.ofPlatform().start(() -> {
                try {
                    run(outlet, "decoder").run(capture.id());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            broker.resume();
            reading.join();
        }
        Reading seen = Reading.of(broker.bootstrap(), capture.id());
        assertThat(seen.states().getLast().state()).isEqualTo(State.COMPLETED);
        assertThat(seen.flows())
                .hasSize(Math.toIntExact(seen.states().getLast().accounts().flows()));
    }

    private static StoredCapture keep(byte[] content, String site) throws IOException {
        return ((CaptureStore.Kept) store.receive(new ByteArrayInputStream(content), "a1.pcap", site)).capture();
    }

    private static KafkaOutlet outlet(Duration commitAfter) {
        return new KafkaOutlet(broker.bootstrap(), follower, state -> {}, commitAfter, "capture-0");
    }

    private static CaptureRun run(FlowOutlet outlet, String decoder) {
        return new CaptureRun(store, outlet, new CaptureReader(FlowSettings.DEFAULT, new Tallies()), decoder);
    }
}
