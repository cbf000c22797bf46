package io.wirecase.detection.app;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The service's settings with their defaults, without the service. */
final class BenchConfig {

    private static final int FIRST = 200;

    private BenchConfig() {}

    static DetectionConfig of(String bootstrap, Path data) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, FIRST, new DurationConverter())
                .withMapping(DetectionConfig.class)
                .withDefaultValues(Map.of(
                        "wirecase.detection.kafka-bootstrap",
                        bootstrap,
                        "wirecase.detection.data",
                        data.toString(),
                        "wirecase.detection.instance",
                        "bench"))
                .build()
                .getConfigMapping(DetectionConfig.class);
    }
}
