package io.wirecase.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every pod must and must not be able to do. */
final class PodRulesTest {

    private static final Pattern SETTING = Pattern.compile("\\b(WIRECASE_[A-Z_]+)\\b");
    private static final String KUSTOMIZATION =
            Manifests.text(Manifests.FOLDER.resolve("base").resolve("kustomization.yaml"));
    private static final List<String> SERVICES =
            List.of("capture-service", "detection-service", "enrichment-service", "report-service");

    @Test
    void everyServiceRunsFromItsImageInTheVersionOfThisBuild() {
        Matcher version = Pattern.compile("<artifactId>wirecase</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Manifests.text(Manifests.ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        Set<String> images =
                containers().values().stream().map(Container::getImage).collect(Collectors.toSet());

        assertThat(images)
                .isEqualTo(SERVICES.stream()
                        .map(service -> "wirecase/" + service + ":" + version.group(1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void podsOfTheRestrictedNamespaceKeepItsRules() {
        assertThat(level("wirecase")).isEqualTo("restricted");
        assertThat(pods().entrySet().stream()
                        .filter(pod -> !pod.getKey().equals("sensor"))
                        .map(Map.Entry::getValue))
                .hasSize(4)
                .allSatisfy(pod -> {
                    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
                    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
                    assertThat(pod.getHostNetwork()).isNull();
                    assertThat(pod.getContainers())
                            .allSatisfy(container -> assertThat(container
                                            .getSecurityContext()
                                            .getCapabilities()
                                            .getAdd())
                                    .isEmpty());
                });
    }

    @Test
    void aSensorMayListenAndNothingElse() {
        assertThat(level("wirecase-live")).isEqualTo("privileged");
        PodSpec pod = pods().get("sensor");
        assertThat(pod).isNotNull();
        assertThat(pod.getHostNetwork()).isTrue();
        assertThat(pod.getHostPID()).isNull();
        assertThat(pod.getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getSecurityContext().getCapabilities().getAdd())
                    .containsExactly("NET_RAW");
            assertThat(container.getSecurityContext().getPrivileged()).isNull();
            assertThat(container.getLivenessProbe().getHttpGet().getHost()).isEqualTo("127.0.0.1");
        });
        assertThat(KUSTOMIZATION.substring(KUSTOMIZATION.indexOf("namespace: wirecase-live")))
                .contains("QUARKUS_HTTP_HOST=127.0.0.1", "QUARKUS_HTTP_PORT=18481")
                .doesNotContain("0.0.0.0");
    }

    @Test
    void everyPodIsConfined() {
        assertThat(pods().values()).hasSize(5).allSatisfy(pod -> {
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getVolumes()).allMatch(volume -> volume.getHostPath() == null);
        });
        assertThat(containers().values()).allSatisfy(container -> {
            SecurityContext security = container.getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            Map<String, Quantity> limits = container.getResources().getLimits();
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(limits).containsKey("memory");
        });
    }

    @Test
    void probesAskTheHealthPathsThatNeedNoKey() {
        assertThat(containers().values()).allSatisfy(container -> {
            assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/started");
            assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
            assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
            assertThat(container.getReadinessProbe().getFailureThreshold()).isGreaterThan(1);
        });
    }

    @Test
    void keysAndPasswordsAreFilesAndNeverVariables() {
        assertThat(containers().values().stream()
                        .flatMap(container -> container.getEnv().stream())
                        .filter(variable -> variable.getValueFrom() != null
                                && variable.getValueFrom().getSecretKeyRef() != null)
                        .map(EnvVar::getName))
                .containsExactlyInAnyOrder("WIRECASE_DB_URL", "WIRECASE_DB_USER");
        assertThat(pods().values())
                .allSatisfy(pod -> assertThat(pod.getVolumes()).anyMatch(volume -> volume.getSecret() != null));
    }

    @Test
    void everySettingIsOneThatAServiceReads() {
        String read = Stream.concat(
                        SERVICES.stream()
                                .map(service ->
                                        Manifests.ROOT.resolve(service + "/src/main/resources/application.properties")),
                        Stream.of(Manifests.ROOT.resolve(
                                "platform/src/main/resources/META-INF/microprofile-config.properties")))
                .map(Manifests::text)
                .collect(Collectors.joining());
        Set<String> given = new HashSet<>();
        containers().values().stream()
                .flatMap(container -> container.getEnv().stream())
                .map(EnvVar::getName)
                .filter(name -> name.startsWith("WIRECASE_"))
                .forEach(given::add);
        Matcher names = SETTING.matcher(KUSTOMIZATION);
        while (names.find()) {
            given.add(names.group(1));
        }

        assertThat(given)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(read).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void everyServiceMayBeDrainedOneAtATimeAndStartsFromNoTraffic() {
        Set<String> budgets = Manifests.all(PodDisruptionBudget.class).stream()
                .map(budget -> budget.getSpec().getSelector().getMatchLabels().get("app.kubernetes.io/name"))
                .collect(Collectors.toSet());
        assertThat(budgets).containsExactlyInAnyOrder("capture", "detection", "enrichment", "report");

        assertThat(Manifests.all(NetworkPolicy.class).stream()
                        .filter(policy -> policy.getMetadata().getName().equals("default-deny")))
                .hasSize(2)
                .allSatisfy(policy -> {
                    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
                    assertThat(policy.getSpec().getPodSelector().getMatchLabels())
                            .isNullOrEmpty();
                    assertThat(policy.getSpec().getIngress()).isEmpty();
                    assertThat(policy.getSpec().getEgress()).isEmpty();
                });
    }

    private static Map<String, PodSpec> pods() {
        Map<String, PodSpec> pods = new LinkedHashMap<>();
        Manifests.all(Deployment.class)
                .forEach(d -> pods.put(name(d), d.getSpec().getTemplate().getSpec()));
        Manifests.all(StatefulSet.class)
                .forEach(s -> pods.put(name(s), s.getSpec().getTemplate().getSpec()));
        Manifests.all(DaemonSet.class)
                .forEach(d -> pods.put(name(d), d.getSpec().getTemplate().getSpec()));
        return pods;
    }

    private static Map<String, Container> containers() {
        Map<String, Container> containers = new LinkedHashMap<>();
        pods().forEach((name, pod) -> pod.getContainers().forEach(c -> containers.put(name + "/" + c.getName(), c)));
        return containers;
    }

    private static String name(HasMetadata object) {
        return object.getMetadata().getName();
    }

    private static String path(Probe probe) {
        HTTPGetAction get = probe.getHttpGet();
        return get.getPath();
    }

    private static String level(String namespace) {
        return Manifests.all(Namespace.class).stream()
                .filter(n -> name(n).equals(namespace))
                .map(n -> n.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"))
                .findFirst()
                .orElse("none");
    }
}
