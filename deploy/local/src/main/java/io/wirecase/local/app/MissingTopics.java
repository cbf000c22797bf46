package io.wirecase.local.app;

import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics of the catalog that the broker does not have yet. */
final class MissingTopics {

    private static final short ONE_REPLICA = 1;

    private MissingTopics() {}

    static void create(String bootstrap, Consumer<String> notes) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic ->
                            new NewTopic(topic.name(), Topic.DEFAULT_PARTITIONS, ONE_REPLICA).configs(topic.config()))
                    .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get();
                notes.accept("created " + missing.size() + " topics");
            }
        }
    }
}
