package io.wirecase.detection.app;

import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.Topic;
import io.wirecase.detection.engine.Detection;
import io.wirecase.detection.in.FlowProcessor;
import io.wirecase.detection.in.Tally;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.sighting.FactReader;
import io.wirecase.detection.store.Expiry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;

/** The topology as the service has it, without the service. */
final class BenchInstance {

    /** Begins a line that says how many flows were processed; a state of the engine follows it. */
    static final String FLOWS = "flows ";

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Networks NOBODY = Networks.parse("192.0.2.0/24");

    private BenchInstance() {}

    static KafkaStreams streams(Benchmark.Wish wish, Path folder, Tally tally) {
        Expiry usual = Expiry.DEFAULT;
        Expiry expiry = new Expiry(usual.slot(), usual.slots(), usual.perWalk(), wish.maxEntries());
        return new KafkaStreams(
                DetectionTopology.of(
                        detection(wish),
                        new FlowProcessor.Settings(Topic.DEFAULT_PARTITIONS, Topic.DEFAULT_PARTITIONS, expiry),
                        tally),
                StreamSettings.of(BenchConfig.of(wish.bootstrap(), folder)));
    }

    private static Detection detection(Benchmark.Wish wish) {
        Detection all = Detection.of(ScanSettings.DEFAULT, Networks.PRIVATE);
        return wish.has(Benchmark.Extra.FIRST_STAGE)
                ? new Detection(
                        all.flows(),
                        all.scans(),
                        all.wording(),
                        all.settings(),
                        all.behaviours(),
                        List.of(),
                        new FactReader(NOBODY))
                : all;
    }

    /** Says how far it is until it is killed, or whoever started it is gone. */
    static void serve(Benchmark.Wish wish, PrintStream out) throws IOException, InterruptedException {
        Tally tally = new Tally();
        try (KafkaStreams streams = streams(wish, wish.data(), tally)) {
            streams.start();
            // Nobody writes to its input: it ends with the process at the other end.
            while (System.in.available() == 0 && !out.checkError()) {
                out.println(FLOWS + tally.flows.sum() + " " + streams.state());
                Thread.sleep(LOOK);
            }
        }
    }
}
