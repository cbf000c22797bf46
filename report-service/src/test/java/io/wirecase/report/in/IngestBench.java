package io.wirecase.report.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.EventType;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.KafkaHeaders;
import io.wirecase.platform.testing.RealBroker;
import io.wirecase.report.store.FlowStore;
import io.wirecase.report.testing.Await;
import io.wirecase.report.testing.RealDatabase;
import io.wirecase.report.testing.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Measures flows/s from the topic into the database: run it by hand with the thousands of flows and a file for
 * the result. */
final class IngestBench {

    private static final int PARTITIONS = 4;

    private IngestBench() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        int blocks = Integer.parseInt(arguments[0]) * 1_000 / FlowBlock.MAX_FLOWS;
        try (RealBroker broker = RealBroker.startWithTopics();
                RealDatabase database = RealDatabase.start();
                var letters = new DeadLetters(new KafkaProducer<>(ClientDefaults.producer(broker.bootstrap(), "l")))) {
            fill(broker, blocks);
            Map<String, Object> settings = ClientDefaults.consumer(broker.bootstrap(), "bench");
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, "bench");
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 64);
            FlowReader reader = new FlowReader(settings, new FlowStore(database.source()), letters);
            long expected = (long) blocks * FlowBlock.MAX_FLOWS;
            long start = System.nanoTime();
            Thread thread = Thread.ofPlatform().start(reader);
            Await.until(
                    "all flows are stored",
                    () -> database.number("SELECT coalesce(sum(stored), 0) FROM flow_count") >= expected);
            double seconds = (System.nanoTime() - start) / 1e9;
            String result = String.format(
                    Locale.ROOT, "%d flows in %.1f s: %.0f flows/s%n", expected, seconds, expected / seconds);
            Files.writeString(Path.of(arguments[1]), result);
            reader.close();
            thread.join();
        }
    }

    private static void fill(RealBroker broker, int blocks) {
        try (var producer = new KafkaProducer<String, byte[]>(ClientDefaults.producer(broker.bootstrap(), "fill"))) {
            Sample sample = Sample.capture(1);
            Flow[] flows = new Flow[FlowBlock.MAX_FLOWS];
            for (int block = 0; block < blocks; block++) {
                for (int i = 0; i < flows.length; i++) {
                    flows[i] = sample.flow((block * flows.length + i) % 20_000, 1, true, "agent/" + i);
                }
                int partition = block % PARTITIONS;
                byte[] value = Codec.encodeBlock(sample.block(partition, flows));
                var headers = KafkaHeaders.of(EventType.FLOW_BLOCK, "b" + block, "capture");
                producer.send(new ProducerRecord<>(Topics.FLOWS.name(), partition, "key", value, headers));
            }
        }
    }
}
