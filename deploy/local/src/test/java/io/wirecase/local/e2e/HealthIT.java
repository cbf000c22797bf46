package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.wirecase.core.wire.Topic;
import io.wirecase.core.wire.Topics;
import io.wirecase.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All parts run, and nobody gets in without the key. */
@ExtendWith(RunningStack.class)
class HealthIT {

    private static final int NO_KEY = 401;

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"CAPTURE", "DETECTION", "ENRICHMENT", "REPORT"})
    void everyServiceIsReady(Part part, RunningStack.Stack stack) {
        stack.anyone(part).get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"CAPTURE", "DETECTION", "ENRICHMENT", "REPORT"})
    void noServiceAnswersWithoutTheKey(Part part, RunningStack.Stack stack) {
        stack.anyone(part).get("/api/v1/captures").then().statusCode(NO_KEY);
        stack.anyone(part)
                .header("Authorization", "Bearer guessed")
                .get("/api/v1/captures")
                .then()
                .statusCode(NO_KEY);
    }

    @Test
    void theFrontDoorHandsCapturesThrough(RunningStack.Stack stack) {
        stack.user().get("/api/v1/captures").then().statusCode(200);
    }

    @Test
    void theBrokerHasEveryTopicOfTheCatalog(RunningStack.Stack stack) throws ExecutionException, InterruptedException {
        String broker = "127.0.0.1:" + stack.port(Part.BROKER);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(Topic::name).toList());
        }
    }

    @Test
    void theDatabaseIsPostgresAndAsksForThePassword(RunningStack.Stack stack) throws SQLException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + stack.port(Part.DATABASE) + "/wirecase";
        String password = Files.readString(stack.home().folder().resolve("database-password"));
        try (Connection connection = DriverManager.getConnection(url, "wirecase", password);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select version()")) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getString(1)).startsWith("PostgreSQL");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url, "wirecase", "guessed"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void everythingListensOnLoopbackAlone(RunningStack.Stack stack) {
        for (Part part : Part.values()) {
            assertThat(Loopback.onlyLoopbackAnswers(stack.port(part)))
                    .as(part.word())
                    .isTrue();
        }
    }
}
