package io.wirecase.capture.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.in.StatesFollower;
import io.wirecase.capture.run.CaptureBoard;
import io.wirecase.capture.run.CaptureQueue;
import io.wirecase.capture.run.CaptureReader;
import io.wirecase.capture.run.CaptureRun;
import io.wirecase.capture.run.Captures;
import io.wirecase.capture.run.Copies;
import io.wirecase.capture.run.FlowOutlet;
import io.wirecase.capture.run.Keepers;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.store.ArchiveLimits;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.FileCaptureStore;
import io.wirecase.capture.store.FilePacketArchive;
import io.wirecase.capture.store.PacketArchive;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.CaptureState.State;
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
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers of a real broker learn of captures that are deleted, let go, or sent to another instance. */
class DeletingTest {

    @TempDir
    private static Path folder;

    private static RealBroker broker;
    private static byte[] check;

    @BeforeAll
    static void start() throws IOException {
        broker = RealBroker.startWithTopics();
        Path file = folder.resolve("a1.pcap");
        Fixtures.named("A1").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        check = Files.readAllBytes(file);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aDeletedCaptureIsToldOnEveryPartitionAndReadAgainWhenItIsSentAgain() throws Exception {
        try (Instance here = new Instance("capture-0")) {
            UUID id = here.send("deleted", false).id();
            here.work();
            int flows = Reading.of(broker.bootstrap(), id).flows().size();

            assertThat(here.captures.delete(id)).isInstanceOf(Captures.Removed.class);
            here.tell(id);

            Reading reading = Reading.of(broker.bootstrap(), id);
            CaptureState last = reading.states().getLast();
            assertThat(last.state()).isEqualTo(State.DELETED);
            assertThat(last.name()).doesNotContain("a1");
            assertThat(reading.deletions())
                    .hasSize(Topic.DEFAULT_PARTITIONS)
                    .allMatch(marker -> marker.revision() == 1 && marker.site().equals("deleted"));
            assertThat(here.store.deletions()).isEmpty();
            assertThat(here.captures.delete(id)).isInstanceOf(Captures.RemovedBefore.class);

            assertThat(here.send("deleted", false).revision()).isEqualTo(2);
            here.work();
            assertThat(Reading.of(broker.bootstrap(), id).flowsOf(2)).hasSize(flows);
        }
    }

    @Test
    void aCaptureThatIsDeletedWhileItIsReadEndsDeleted() throws Exception {
        try (Instance here = new Instance("capture-0")) {
            UUID id = here.send("halfway", false).id();
            CaptureRun crashing = here.run(new CrashingOutlet(here.outlet, 30));
            assertThatThrownBy(() -> crashing.run(id)).isInstanceOf(CrashingOutlet.Killed.class);
            here.captures.delete(id);
            here.tell(id);
            here.run(here.outlet).run(id);
            assertThat(Reading.of(broker.bootstrap(), id).states().getLast().state())
                    .isEqualTo(State.DELETED);
        }
    }

    @Test
    void whatWasDeletedBeforeTheServiceKnewIsReadAgainWhenItIsSentAgainAfterARestart() throws Exception {
        UUID id;
        try (Instance here = new Instance("capture-0")) {
            id = here.send("restart", false).id();
            here.work();
            here.captures.delete(id);
            here.tell(id);
        }
        try (Instance again = new Instance("capture-0", new CaptureBoard())) {
            again.send("restart", false);
            again.work();
        }
        Reading reading = Reading.of(broker.bootstrap(), id);
        assertThat(reading.states().getLast())
                .extracting(CaptureState::state, CaptureState::revision)
                .containsExactly(State.COMPLETED, 2);
    }

    @Test
    void packetsThatGoAndComeBackAreToldWithoutReadingThemAgain() throws Exception {
        try (Instance here = new Instance("capture-0")) {
            UUID id = here.send("gone", false).id();
            here.work();
            here.store.letGo(id, "too old", 7);
            here.tell(id);
            assertThat(here.known(id).keeping()).isEqualTo(new CaptureState.Keeping("capture-0", "too old", 7L));
            here.send("gone", false);
            here.tell(id);
            assertThat(here.known(id).keeping()).isEqualTo(CaptureState.Keeping.by("capture-0"));
            assertThat(here.known(id).state()).isEqualTo(State.COMPLETED);
            assertThat(Reading.of(broker.bootstrap(), id).markers()).hasSize(Topic.DEFAULT_PARTITIONS);
        }
    }

    @Test
    void aCaptureHasOneKeeperTheInstanceItWasSentToAgainFromThenOn() throws Exception {
        try (Instance one = new Instance("capture-0");
                Instance two = new Instance("capture-1")) {
            UUID id = one.send("two", false).id();
            one.work();
            assertThat(two.known(id).keeping()).isEqualTo(CaptureState.Keeping.by("capture-0"));

            assertThat(two.send("two", false).revision()).isEqualTo(1);
            assertThat(two.store.find(id)).isEmpty();

            assertThat(two.send("two", true).revision()).isEqualTo(2);
            two.work();
            assertThat(one.known(id))
                    .extracting(CaptureState::revision, CaptureState::keeping)
                    .containsExactly(2, CaptureState.Keeping.by("capture-1"));
            assertThat(one.store.find(id)).isEmpty();
            assertThat(Reading.of(broker.bootstrap(), id).states())
                    .extracting(CaptureState::state, CaptureState::revision)
                    .contains(tuple(State.COMPLETED, 1), tuple(State.SUPERSEDED, 1), tuple(State.COMPLETED, 2));
        }
    }

    @Test
    void aMachineThatWasRenamedStillKeepsWhatItKept() throws Exception {
        UUID id;
        try (Instance before = new Instance("laptop")) {
            id = before.send("renamed", false).id();
            before.work();
        }
        Files.move(folder.resolve("laptop"), folder.resolve("desktop"));
        try (Instance after = new Instance("desktop")) {
            after.tell(id);
            assertThat(after.known(id).keeping()).isEqualTo(CaptureState.Keeping.by("desktop"));
            assertThat(after.store.find(id)).isPresent();
        }
    }

    /** The parts of one instance of the service, worked by hand. */
    private static final class Instance implements AutoCloseable {

        private final CaptureStore store;
        private final CaptureBoard board;
        private final StatesFollower follower;
        private final Thread following;
        private final KafkaOutlet outlet;
        private final CaptureQueue queue;
        private final Captures captures;

        Instance(String name) throws IOException, InterruptedException {
            this(name, new CaptureBoard());
            follower.all();
        }

        /** An instance that does not wait until it knows what was told. */
        Instance(String name, CaptureBoard known) throws IOException {
            Path root = folder.resolve(name);
            store = new FileCaptureStore(root, 0);
            board = known;
            Keepers keepers = new Keepers(name, other -> other.startsWith("capture-"));
            Copies copies = new Copies(store, keepers);
            follower = new StatesFollower(broker.bootstrap(), state -> {
                board.note(state);
                copies.accept(state);
            });
            following = Thread.ofVirtual().start(follower);
            outlet = new KafkaOutlet(broker.bootstrap(), follower, board::note, Duration.ofMillis(350), name);
            queue = new CaptureQueue(store, outlet, outlet, follower, keepers);
            PacketArchive archive = new FilePacketArchive(
                    root, new ArchiveLimits(1 << 20, Duration.ofDays(1), 0), InstantSource.system());
            captures = new Captures(store, archive, board, id -> {}, keepers);
        }

        CaptureState send(String site, boolean again) throws IOException {
            var sent = captures.receive(new ByteArrayInputStream(check), "a1.pcap", site, again);
            return ((Captures.Accepted) sent).state();
        }

        /** Announces and reads all that is kept here. */
        void work() throws InterruptedException {
            for (var capture : store.all()) {
                tell(capture.id());
                run(outlet).run(capture.id());
            }
        }

        void tell(UUID id) throws InterruptedException {
            assertThat(queue.announce(id)).isTrue();
        }

        CaptureState known(UUID id) throws InterruptedException {
            follower.all();
            Optional<CaptureState> state = board.find(id);
            return state.orElseThrow();
        }

        CaptureRun run(FlowOutlet to) {
            return new CaptureRun(store, to, new CaptureReader(FlowSettings.DEFAULT, new Tallies()), "decoder");
        }

        @Override
        public void close() throws InterruptedException {
            outlet.close();
            follower.close();
            following.join();
        }
    }
}
