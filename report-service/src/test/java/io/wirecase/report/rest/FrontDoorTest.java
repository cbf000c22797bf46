package io.wirecase.report.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.wirecase.report.testing.Noise;
import io.wirecase.report.testing.Parts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Parts.class)
class FrontDoorTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void nothing_but_health_answers_without_the_key() {
        given().get("/api/v1/reports").then().statusCode(401).contentType(PROBLEM);
        given().get("/").then().statusCode(401);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void an_upload_streams_through_whole_whatever_its_size() throws IOException, InterruptedException {
        long size = 64L << 20;
        HttpRequest request = HttpRequest.newBuilder(base("/api/v1/captures?name=a%20b&site=s"))
                .header("X-Api-Key", Parts.KEY)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Noise(size)))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/captures/1");
            assertThat(answer.body().lines())
                    .containsExactly(
                            "POST",
                            "/api/v1/captures?name=a%20b&site=s",
                            Parts.KEY,
                            Long.toString(size),
                            Noise.sha256(size));
        }
    }

    @Test
    void other_calls_go_through_as_well() {
        assertThat(call().get("/api/v1/captures/42").asString()).startsWith("GET\n/api/v1/captures/42\n" + Parts.KEY);
    }

    @Test
    void the_api_is_documented() {
        String document = call().get("/q/openapi").asString();

        assertThat(document).contains("/api/v1/reports", "/api/v1/flows", "/api/v1/alerts", "/api/v1/captures");
    }

    private static RequestSpecification call() {
        return given().header("X-Api-Key", Parts.KEY);
    }

    private static URI base(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }
}
