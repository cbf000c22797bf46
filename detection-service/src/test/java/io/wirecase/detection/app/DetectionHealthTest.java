package io.wirecase.detection.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DetectionHealthTest {

    @Test
    void withoutABrokerItIsAliveAndNotReadyAndSaysWhy() {
        given().when().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().when()
                .get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks[0].name", equalTo("detection"))
                .body("checks[0].data.reason", equalTo("waiting for Kafka and its topics"));
    }

    @Test
    void whatItCountedIsThereForMonitoring() {
        String counted = given().header("X-Api-Key", "key-of-the-tests-key-of-the-tests-key")
                .when()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(counted).contains("wirecase_detection_flows_total", "wirecase_detection_dead_flows_total");
    }
}
