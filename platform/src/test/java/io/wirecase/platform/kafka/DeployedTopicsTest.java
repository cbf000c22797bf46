package io.wirecase.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The topics that Kubernetes creates are those of the catalog. */
class DeployedTopicsTest {

    private static final Path FILE = Path.of("../deploy/kubernetes/base/kafka/topics.yaml");
    private static final String HEAD = """
            # Written from the catalog of topics in core: a test compares, and its failure shows what belongs here.
            # All have the same number of partitions, since what comes on a partition goes out on the same one.
            """;

    @Test
    void everyTopicOfTheCatalogIsDeployedAndNoOther() throws IOException {
        assertThat(FILE)
                .content()
                .isEqualTo(HEAD
                        + Topics.all().stream().map(DeployedTopicsTest::yaml).collect(Collectors.joining("---\n")));
    }

    private static String yaml(Topic topic) {
        String config = new TreeMap<>(topic.config())
                .entrySet().stream()
                        .map(entry -> "    " + entry.getKey() + ": \"" + entry.getValue() + "\"\n")
                        .collect(Collectors.joining());
        return """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata:
                  name: %s
                  namespace: wirecase
                  labels:
                    strimzi.io/cluster: wirecase
                spec:
                  partitions: 12
                  replicas: 3
                  config:
                %s""".formatted(topic.name(), config);
    }
}
