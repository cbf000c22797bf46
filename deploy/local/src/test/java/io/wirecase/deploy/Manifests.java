package io.wirecase.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manifests of this checkout as Kubernetes' and Strimzi's own models. */
final class Manifests {

    static final Path ROOT = root();
    static final Path FOLDER = ROOT.resolve("deploy/kubernetes");
    static final String SCALED_OBJECT = "ScaledObject";

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Stream.<Class<? extends HasMetadata>>of(
                    Namespace.class,
                    ConfigMap.class,
                    Service.class,
                    ServiceAccount.class,
                    Deployment.class,
                    StatefulSet.class,
                    DaemonSet.class,
                    PodDisruptionBudget.class,
                    NetworkPolicy.class,
                    HorizontalPodAutoscaler.class,
                    Kafka.class,
                    KafkaNodePool.class,
                    KafkaTopic.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Manifests() {}

    /** Every manifest file; kustomize's own files are kustomize's to read. */
    static List<Path> files() {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of every manifest file. */
    static List<JsonNode> documents() {
        return files().stream().flatMap(file -> read(text(file)).stream()).toList();
    }

    static List<JsonNode> read(String yaml) {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            while (all.hasNext()) {
                documents.add(all.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    static boolean known(JsonNode document) {
        return KINDS.containsKey(document.path("kind").asText());
    }

    static HasMetadata model(JsonNode document) {
        Class<? extends HasMetadata> type = KINDS.get(document.path("kind").asText());
        if (type == null) {
            throw new IllegalArgumentException("no model for " + document.path("kind"));
        }
        return YAML.convertValue(document, type);
    }

    /** All objects of one kind. */
    static <T extends HasMetadata> List<T> all(Class<T> type) {
        return documents().stream()
                .filter(Manifests::known)
                .map(Manifests::model)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not in a checkout");
        }
        return folder;
    }
}
