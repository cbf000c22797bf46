package io.wirecase.detection.app;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Configuration as the service gets it, without the service. */
final class Configs {

    private Configs() {}

    static DetectionConfig of(String bootstrap, Path data, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("wirecase.detection.kafka-bootstrap", bootstrap);
        values.put("wirecase.detection.data", data.toString());
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(DetectionConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(DetectionConfig.class);
    }
}
