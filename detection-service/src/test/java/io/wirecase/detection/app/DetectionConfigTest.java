package io.wirecase.detection.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.detection.engine.BehaviourLimits;
import io.wirecase.detection.scan.ScanSettings;
import io.wirecase.detection.store.Expiry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class DetectionConfigTest {

    private static final Path DATA = Path.of("target", "config");

    @Test
    void theDefaultsArePinned() {
        DetectionConfig config = Configs.of("broker:9092", DATA, Map.of());
        assertThat(config.internalNetworks()).isEmpty();
        assertThat(config.ndpiCompatible()).isFalse();
        assertThat(config.instance()).isEmpty();
        assertThat(config.lists().addresses()).isEmpty();
        assertThat(config.lists().exits()).isEmpty();
        assertThat(config.lists().domains()).isEmpty();
        assertThat(config.lists().fingerprints()).isEmpty();
        assertThat(config.lists().certificates()).isEmpty();
        assertThat(config.lists().poll()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.replicationFactor()).isEqualTo(1);
        assertThat(config.commitInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.sessionTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(Limits.scan(config.scan())).isEqualTo(ScanSettings.DEFAULT);
        assertThat(Limits.behaviours(config.behaviour())).isEqualTo(BehaviourLimits.DEFAULT);
        assertThat(Limits.expiry(config.state())).isEqualTo(Expiry.DEFAULT);
    }

    @Test
    void theEngineWorksExactlyOnceAndCreatesNoTopicOfOurs() {
        Properties settings = StreamSettings.of(Configs.of("broker:9092", DATA, Map.of()));
        assertThat(settings)
                .containsEntry(StreamsConfig.APPLICATION_ID_CONFIG, "wirecase-detection")
                .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
                .containsEntry("consumer.allow.auto.create.topics", false)
                .doesNotContainKey("consumer.group.instance.id");
        assertThat(settings.get(StreamsConfig.STATE_DIR_CONFIG))
                .isEqualTo(DATA.resolve("state").toString());
    }

    @Test
    void anInstanceWithANameIsAStaticMember() {
        Properties settings = StreamSettings.of(
                Configs.of("broker:9092", DATA, Map.of("wirecase.detection.instance", "detection-0")));
        assertThat(settings).containsEntry("consumer.group.instance.id", "detection-0");
    }
}
