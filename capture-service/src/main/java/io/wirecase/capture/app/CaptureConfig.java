package io.wirecase.capture.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of capture-service; application.properties names the environment variable of each. */
@ConfigMapping(prefix = "wirecase.capture")
interface CaptureConfig {

    /** Kafka brokers as host:port, by commas. */
    String kafkaBootstrap();

    /** The folder that keeps captures. */
    Path data();

    /** How much of the disk uploads leave free. */
    @WithDefault("512M")
    MemorySize reserve();

    /** Captures read at the same time. Reading is CPU work: more than the cores brings nothing. */
    @WithDefault("2")
    int workers();
}
