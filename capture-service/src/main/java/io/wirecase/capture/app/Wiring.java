package io.wirecase.capture.app;

import io.wirecase.capture.evidence.PacketCutter;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.in.StatesFollower;
import io.wirecase.capture.live.LiveSensors;
import io.wirecase.capture.live.LiveSurroundings;
import io.wirecase.capture.out.KafkaOutlet;
import io.wirecase.capture.rest.Peers;
import io.wirecase.capture.run.CaptureBoard;
import io.wirecase.capture.run.CaptureQueue;
import io.wirecase.capture.run.CaptureReader;
import io.wirecase.capture.run.CaptureRun;
import io.wirecase.capture.run.Captures;
import io.wirecase.capture.run.Copies;
import io.wirecase.capture.run.DecoderFingerprint;
import io.wirecase.capture.run.Evidence;
import io.wirecase.capture.run.Keepers;
import io.wirecase.capture.run.LiveRetention;
import io.wirecase.capture.run.Retention;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.store.ArchiveLimits;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.capture.store.FileCaptureStore;
import io.wirecase.capture.store.FilePacketArchive;
import io.wirecase.capture.store.PacketArchive;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.TopicWatch;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The parts of the service and what each is given. */
@Singleton
final class Wiring {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** With the commit itself a transaction stays under 500 ms. */
    private static final Duration COMMIT_AFTER = Duration.ofMillis(350);

    @Produces
    @Singleton
    CaptureStore store(CaptureConfig config) throws IOException {
        return new FileCaptureStore(
                config.data(),
                config.reserve().asLongValue(),
                config.keepBytes().asLongValue());
    }

    @Produces
    @Singleton
    PacketArchive archive(CaptureConfig config) throws IOException {
        var limits = new ArchiveLimits(
                config.live().keepBytes().asLongValue(),
                config.live().keepAge(),
                config.reserve().asLongValue());
        return new FilePacketArchive(config.data(), limits, InstantSource.system());
    }

    @Produces
    @Singleton
    CaptureBoard board() {
        return new CaptureBoard();
    }

    @Produces
    @Singleton
    Tallies tallies() {
        return new Tallies();
    }

    @Produces
    @Singleton
    StatesFollower follower(CaptureConfig config, CaptureBoard board, CaptureStore store, Keepers keepers) {
        Copies copies = new Copies(store, keepers);
        return new StatesFollower(config.kafkaBootstrap(), state -> {
            board.note(state);
            copies.accept(state);
        });
    }

    void end(@Disposes StatesFollower follower) {
        follower.close();
    }

    @Produces
    @Singleton
    KafkaOutlet outlet(CaptureConfig config, StatesFollower follower, CaptureBoard board) {
        return new KafkaOutlet(config.kafkaBootstrap(), follower, board::note, COMMIT_AFTER, config.instance());
    }

    void end(@Disposes KafkaOutlet outlet) {
        outlet.close();
    }

    @Produces
    @Singleton
    CaptureQueue queue(CaptureStore store, KafkaOutlet outlet, StatesFollower follower, Keepers keepers) {
        return new CaptureQueue(store, outlet, outlet, follower, keepers);
    }

    @Produces
    @Singleton
    Captures captures(
            CaptureStore store, PacketArchive archive, CaptureBoard board, CaptureQueue queue, Keepers keepers) {
        return new Captures(store, archive, board, queue, keepers);
    }

    @Produces
    @Singleton
    Keepers keepers(CaptureConfig config, Peers peers) {
        return new Keepers(config.instance(), name -> peers.address(name).isPresent());
    }

    @Produces
    @Singleton
    Evidence evidence(
            CaptureConfig config, CaptureStore store, PacketArchive archive, CaptureBoard board, Keepers keepers) {
        var room = new PacketCutter.Room(
                config.cutBytes().asLongValue(), config.reserve().asLongValue());
        return new Evidence(store, archive, board, new PacketCutter(FlowSettings.DEFAULT, room), keepers);
    }

    @Produces
    @Singleton
    Peers peers(CaptureConfig config) {
        return new Peers(config.instance(), config.peers().orElse(List.of()));
    }

    void end(@Disposes Peers peers) {
        peers.close();
    }

    @Produces
    @Singleton
    Retention retention(CaptureConfig config, CaptureStore store, CaptureBoard board, CaptureQueue queue) {
        var limits = new Retention.Limits(config.keepFor(), config.keepBytes().asLongValue());
        return new Retention(store, board, limits, InstantSource.system(), queue);
    }

    @Produces
    @Singleton
    LiveRetention retention(CaptureConfig config, PacketArchive archive, CaptureBoard board, KafkaOutlet outlet) {
        return new LiveRetention(archive, board, outlet, InstantSource.system(), config.instance());
    }

    @Produces
    @Singleton
    CaptureRun run(CaptureConfig config, CaptureStore store, KafkaOutlet outlet, Tallies tallies) {
        FlowSettings settings = flows(config);
        return new CaptureRun(store, outlet, new CaptureReader(settings, tallies), DecoderFingerprint.of(settings));
    }

    private static FlowSettings flows(CaptureConfig config) {
        return FlowSettings.DEFAULT.withParserBytes(config.parserMemory().asLongValue());
    }

    @Produces
    @Singleton
    LiveSensors sensors(
            CaptureConfig config,
            KafkaOutlet outlet,
            StatesFollower follower,
            PacketArchive archive,
            Tallies tallies,
            TopicWatch topics) {
        var around = new LiveSurroundings(flows(config), outlet, follower, archive, tallies, InstantSource.system());
        return new LiveSensors(around, topics::await);
    }

    @Produces
    @Singleton
    TopicWatch topics(CaptureConfig config) {
        List<String> needed = List.of(Topics.CAPTURES.name(), Topics.FLOWS.name());
        return new TopicWatch(config.kafkaBootstrap(), "capture-topics", needed, PATIENCE);
    }

    void end(@Disposes TopicWatch topics) {
        topics.close();
    }
}
