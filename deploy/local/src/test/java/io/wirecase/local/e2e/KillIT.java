package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.local.stack.Await;
import io.wirecase.local.stack.Part;
import io.wirecase.local.stack.PartFailedException;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each service is killed once while a capture passes through it, and comes back. Afterwards flows and alerts are those
 * of a quiet run: none lost, none twice.
 */
@ExtendWith(RunningStack.class)
class KillIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration YEARS = Duration.ofDays(365);
    private static final List<String> OF_THE_SITE =
            List.of("capture", "captures", "captureId", "site", "id", "flow", "dnsFlow");

    @TempDir
    Path folder;

    /** Each try takes some half a minute: {@code -Dwirecase.kills=20} for more of them. */
    static IntStream tries() {
        return IntStream.rangeClosed(1, Integer.getInteger("wirecase.kills", 10));
    }

    /** The capture of every second try is years old: state must not go because of what the traffic's clock says. */
    @ParameterizedTest
    @MethodSource("tries")
    void aCaptureComesThroughWholeAlthoughEveryServiceIsKilledOnTheWay(int number, RunningStack.Stack stack)
            throws InterruptedException, IOException, PartFailedException {
        Settings usual = Settings.DEFAULT;
        Settings old = new Settings(usual.seed(), usual.start().minus(YEARS.multipliedBy(number)));
        Path capture = Case.write(folder, "OfficeDay", number % 2 == 0 ? old : usual);
        Case quiet = Case.send(stack, capture, "quiet-" + System.nanoTime());
        quiet.report();

        Map<Part, Long> before = Map.of(
                Part.DETECTION, size(stack, Topics.FLOWS),
                Part.ENRICHMENT, size(stack, Topics.ALERTS),
                Part.REPORT, size(stack, Topics.ENRICHED_ALERTS));
        Case disturbed = Case.send(stack, capture, "disturbed-" + System.nanoTime());
        killAndRestart(stack, Part.CAPTURE);
        killOnceItHasSomethingToDo(stack, Part.DETECTION, Topics.FLOWS, before);
        killOnceItHasSomethingToDo(stack, Part.ENRICHMENT, Topics.ALERTS, before);
        killOnceItHasSomethingToDo(stack, Part.REPORT, Topics.ENRICHED_ALERTS, before);
        disturbed.report();

        for (String what : List.of("flows", "alerts")) {
            List<String> wanted = comparable(quiet.export(what));
            List<String> found = comparable(disturbed.export(what));
            assertThat(wanted).isNotEmpty();
            assertThat(without(wanted, found)).as("lost " + what).isEmpty();
            assertThat(without(found, wanted)).as(what + " twice or changed").isEmpty();
        }
    }

    private static void killOnceItHasSomethingToDo(
            RunningStack.Stack stack, Part part, Topic reads, Map<Part, Long> before)
            throws InterruptedException, IOException, PartFailedException {
        long least = before.getOrDefault(part, 0L);
        assertThat(Await.until(() -> size(stack, reads) > least, LIMIT))
                .as(reads.name() + " grows")
                .isTrue();
        killAndRestart(stack, part);
    }

    private static void killAndRestart(RunningStack.Stack stack, Part part)
            throws InterruptedException, IOException, PartFailedException {
        stack.processes().kill(part);
        assertThat(stack.processes().running()).doesNotContainKey(part);
        stack.processes().restartMissing();
    }

    /** Records ever written to a topic, transaction markers included. */
    private static long size(RunningStack.Stack stack, Topic topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + stack.port(Part.BROKER),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = IntStream.range(0, Topic.DEFAULT_PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic.name(), number))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Ids hold the site, and the two runs have different ones; all else must be equal, how often as well. */
    private static List<String> comparable(List<JsonNode> lines) {
        return lines.stream()
                .map(KillIT::withoutSite)
                .map(JsonNode::toString)
                .sorted()
                .toList();
    }

    /** What remains of some lines when each of others is taken away once; two at most, since a line is long. */
    private static List<String> without(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left.subList(0, Math.min(2, left.size()));
    }

    private static JsonNode withoutSite(JsonNode node) {
        JsonNode copy = node.deepCopy();
        strip(copy);
        if (copy.path("alert") instanceof ObjectNode alert) {
            // Flows are judged block by block, and where blocks are cut depends on when capture was killed: how often
            // an
            // alert was told on the way is no part of what it says in the end.
            alert.remove(List.of("revision", "status"));
        }
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            // Ids and names only: an embedded flow is an object and stays.
            OF_THE_SITE.stream().filter(name -> !object.path(name).isObject()).forEach(object::remove);
        }
        node.forEach(KillIT::strip);
    }
}
