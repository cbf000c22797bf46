package io.wirecase.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.alert.Severity;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void everyTopicHasOneNameAndIsStampedOnArrival() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(Topics.all())
                .allSatisfy(t -> assertThat(t.config()).containsEntry("message.timestamp.type", "LogAppendTime"));
        assertThat(Topics.CAPTURES.config()).containsEntry("cleanup.policy", "compact");
        assertThat(Topics.FLOWS.deadLetters().name()).isEqualTo("wirecase.flows.dlq");
    }

    @Test
    void idsAreTheSameEverywhereAndOfVersionFive() {
        UUID capture = Ids.capture(null, "ab");

        assertThat(capture).isEqualTo(Ids.capture(null, "ab")).isNotEqualTo(Ids.capture("s", "ab"));
        assertThat(capture.version()).isEqualTo(5);
        assertThat(capture.variant()).isEqualTo(2);
        assertThat(Ids.flow(capture, 1, 7, null)).isNotEqualTo(Ids.flow(capture, 2, 7, null));
        Subject host = new Subject(Subject.Type.HOST, IpAddress.of("10.0.0.1"), null, null);
        assertThat(Ids.alert("a", "vertical_scan", host, 0)).isNotEqualTo(Ids.alert("b", "vertical_scan", host, 0));
    }

    @Test
    void keysSpreadOverPartitions() {
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            int partition = Partitioning.partition(Partitioning.key("s", IpAddress.v4(i)), 4);
            assertThat(partition).isBetween(0, 3);
            used.add(partition);
        }
        assertThat(used).hasSize(4);
    }

    @Test
    void everyFlowRiskOfTheFieldIsThereOnce() {
        assertThat(FlowRisk.values()).hasSize(56).extracting(FlowRisk::number).doesNotHaveDuplicates();
        assertThat(FlowRisk.ofCode("http_obsolete_server")).hasValueSatisfying(risk -> {
            assertThat(risk.points()).isEqualTo(50);
            assertThat(risk.accountable()).isEqualTo(Side.SERVER);
        });
        assertThat(FlowRisk.ofCode("nonsense")).isEmpty();
    }

    @Test
    void aScoreIsASumOfDistinctFindings() {
        Finding agent = finding("http_suspicious_user_agent", 100);
        Finding server = finding("http_obsolete_server", 50);

        assertThat(Scores.total(List.of(agent, server, agent))).isEqualTo(150);
        assertThat(Severity.of(150)).isEqualTo(Severity.ERROR);
        assertThat(Severity.of(200)).isEqualTo(Severity.CRITICAL);
        assertThat(Severity.of(0)).isEqualTo(Severity.NONE);
        assertThat(Scores.total(List.of(finding("a", 250), finding("b", 250), finding("c", 250))))
                .isEqualTo(Scores.MAX);
    }

    @Test
    void internalIsWhatTheNetworksSay() {
        assertThat(Networks.PRIVATE.locality(IpAddress.of("192.168.50.71"))).isEqualTo(Locality.INTERNAL);
        assertThat(Networks.PRIVATE.locality(IpAddress.of("172.32.0.1"))).isEqualTo(Locality.EXTERNAL);
        assertThat(Networks.PRIVATE.locality(IpAddress.of("fd00::1"))).isEqualTo(Locality.INTERNAL);
        assertThat(Networks.PRIVATE.locality(IpAddress.of("fe80::1"))).isEqualTo(Locality.LINK_LOCAL);
        assertThat(Networks.PRIVATE.locality(IpAddress.of("239.255.255.250"))).isEqualTo(Locality.MULTICAST);
        Networks own = Networks.parse("2001:db8:8000::/33, 198.51.100.7");
        assertThat(own.internal(IpAddress.of("2001:db8:ffff::1"))).isTrue();
        assertThat(own.internal(IpAddress.of("2001:db8:7fff::1"))).isFalse();
        assertThat(own.internal(IpAddress.of("198.51.100.7"))).isTrue();
        assertThat(Networks.parse("0.0.0.0/0").internal(IpAddress.of("8.8.8.8")))
                .isTrue();
    }

    private static Finding finding(String code, int points) {
        return new Finding(code, points, Side.CLIENT, 90, "d", null, null, "detection");
    }
}
