package io.wirecase.enrichment.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.wirecase.platform.testing.RealBroker;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts a real broker before the service and tells the service where it is. */
public final class BrokerForTests implements QuarkusTestResourceLifecycleManager {
    private static @Nullable RealBroker running;

    @Override
    public Map<String, String> start() {
        RealBroker broker = RealBroker.startWithTopics();
        running = broker;
        return Map.of("wirecase.kafka.bootstrap", broker.bootstrap(), "wirecase.access.key", "test");
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    static RealBroker broker() {
        if (running == null) {
            throw new IllegalStateException("no broker");
        }
        return running;
    }
}
