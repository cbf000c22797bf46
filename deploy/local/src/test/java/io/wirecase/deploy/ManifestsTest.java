package io.wirecase.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.wirecase.core.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No cluster is needed: every manifest is read with the models that clients of Kubernetes and Strimzi use. */
final class ManifestsTest {

    /** What KEDA 2 documents of a ScaledObject; there is no model of it for Java. */
    private static final Set<String> SCALED = Set.of(
            "scaleTargetRef",
            "pollingInterval",
            "cooldownPeriod",
            "minReplicaCount",
            "maxReplicaCount",
            "fallback",
            "triggers");

    private static final Set<String> TRIGGER = Set.of(
            "bootstrapServers",
            "consumerGroup",
            "topic",
            "lagThreshold",
            "activationLagThreshold",
            "offsetResetPolicy",
            "allowIdleConsumers");

    @Test
    void everyManifestIsKnownToItsModelFieldByField() {
        assertThat(Manifests.files()).hasSizeGreaterThan(8);
        List<String> wrong = new ArrayList<>();
        for (JsonNode document : Manifests.documents()) {
            if (!document.path("kind").asText().equals(Manifests.SCALED_OBJECT)) {
                HasMetadata model = Manifests.model(document);
                UnknownFields.in(model).forEach(field -> wrong.add(name(document) + ": " + field));
                if (!versions(model).contains(document.path("apiVersion").asText())) {
                    wrong.add(name(document) + ": the model is of " + versions(model));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aMisspeltFieldIsFoundAtAnyDepthAndAWrongTypeIsRefused() {
        String yaml = """
                kind: Deployment
                apiVersion: apps/v1
                spec:
                  replicaz: 2
                  template:
                    spec:
                      containers:
                        - name: x
                          resorces: {}
                """;

        assertThat(UnknownFields.in(Manifests.model(Manifests.read(yaml).getFirst())))
                .containsExactlyInAnyOrder(".Spec.replicaz", ".Spec.Template.Spec.Containers[0].resorces");
        JsonNode wrong =
                Manifests.read("kind: Deployment\nspec: { replicas: many }").getFirst();
        assertThatThrownBy(() -> Manifests.model(wrong)).isInstanceOf(IllegalArgumentException.class);
        String topic = "kind: KafkaTopic\napiVersion: kafka.strimzi.io/v1\nspec: { partitons: 4 }";
        assertThat(UnknownFields.in(Manifests.model(Manifests.read(topic).getFirst())))
                .containsExactly(".Spec.partitons");
    }

    @Test
    void theTopicsAreThoseOfTheCatalogAndAllHaveAsManyPartitions() {
        List<KafkaTopic> topics = Manifests.all(KafkaTopic.class);
        Map<String, Map<String, String>> declared = new TreeMap<>();
        topics.forEach(topic -> declared.put(topic.getMetadata().getName(), config(topic)));
        Map<String, Map<String, String>> catalog = new TreeMap<>();
        Topics.all().forEach(topic -> catalog.put(topic.name(), new TreeMap<>(topic.config())));

        assertThat(topics).hasSameSizeAs(Topics.all()).allSatisfy(topic -> {
            assertThat(topic.getSpec().getPartitions()).isEqualTo(partitions());
            assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
            assertThat(topic.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", "wirecase");
        });
        assertThat(declared).isEqualTo(catalog);
    }

    @Test
    void scalingAsksForTheLagOfATopicOfOursInTheGroupThatReadsIt() {
        List<JsonNode> scaled = Manifests.documents().stream()
                .filter(document -> document.path("kind").asText().equals(Manifests.SCALED_OBJECT))
                .toList();
        Set<String> names = Topics.all().stream().map(topic -> topic.name()).collect(Collectors.toSet());

        assertThat(scaled).hasSize(2).allSatisfy(document -> {
            JsonNode spec = document.path("spec");
            assertThat(document.path("apiVersion").asText()).isEqualTo("keda.sh/v1alpha1");
            assertThat(fields(spec)).isSubsetOf(SCALED);
            assertThat(spec.path("maxReplicaCount").asInt()).isLessThanOrEqualTo(partitions());
            assertThat(spec.path("minReplicaCount").asInt()).isPositive();
            JsonNode trigger = spec.path("triggers").path(0).path("metadata");
            assertThat(fields(trigger)).isSubsetOf(TRIGGER);
            assertThat(trigger).allMatch(JsonNode::isTextual);
            assertThat(trigger.path("bootstrapServers").asText()).endsWith(".wirecase.svc:9092");
            assertThat(deployments())
                    .contains(spec.path("scaleTargetRef").path("name").asText());
            assertThat(names).contains(trigger.path("topic").asText());
            assertThat(groups()).contains(trigger.path("consumerGroup").asText());
        });
    }

    /** Strimzi's models say which versions they are good for; of Kubernetes' each is for one. */
    private static Set<String> versions(HasMetadata model) {
        List<String> strimzi = switch (model) {
            case Kafka kafka -> Kafka.VERSIONS;
            case KafkaNodePool pool -> KafkaNodePool.VERSIONS;
            case KafkaTopic topic -> KafkaTopic.VERSIONS;
            default -> List.of();
        };
        return strimzi.isEmpty()
                ? Set.of(HasMetadata.getApiVersion(model.getClass()))
                : strimzi.stream().map(version -> "kafka.strimzi.io/" + version).collect(Collectors.toSet());
    }

    private static int partitions() {
        return Manifests.all(KafkaTopic.class).getFirst().getSpec().getPartitions();
    }

    private static Map<String, String> config(KafkaTopic topic) {
        Map<String, String> config = new TreeMap<>();
        topic.getSpec().getConfig().forEach((key, value) -> config.put(key, String.valueOf(value)));
        return config;
    }

    /** The names the two services read under, from their own sources. */
    private static Set<String> groups() {
        String detection = Manifests.text(Manifests.ROOT.resolve(
                "detection-service/src/main/java/io/wirecase/detection/app/StreamSettings.java"));
        String enrichment =
                Manifests.text(Manifests.ROOT.resolve("enrichment-service/src/main/resources/application.properties"));
        assertThat(detection).contains("APPLICATION = \"wirecase-detection\"");
        assertThat(enrichment).contains("group.id=wirecase-enrichment\n");
        return Set.of("wirecase-detection", "wirecase-enrichment");
    }

    private static Set<String> deployments() {
        return Manifests.all(Deployment.class).stream()
                .map(deployment -> deployment.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private static Set<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static String name(JsonNode document) {
        return document.path("kind").asText() + " "
                + document.path("metadata").path("name").asText();
    }
}
