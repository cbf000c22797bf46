package io.wirecase.local.stack;

import io.wirecase.local.database.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

/** Whether a part does its work yet; each is asked in its own way. */
final class Readiness {

    private static final Duration PATIENCE_PER_QUESTION = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Home home;
    private final Postgres postgres;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE_PER_QUESTION)
            .build();

    Readiness(Home home, Postgres postgres) {
        this.home = home;
        this.postgres = postgres;
    }

    boolean ready(Part part, ProcessRecord record) {
        return switch (part.kind()) {
            case DATABASE -> postgres.ready(record.pid());
            case BROKER -> brokerReady(record);
            case SERVICE -> serviceReady(record);
        };
    }

    private boolean brokerReady(ProcessRecord record) {
        try {
            return Files.readString(home.brokerReady(), StandardCharsets.US_ASCII)
                    .equals(Long.toString(record.pid()));
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Somebody else's service at the port may be ready too; only ours names this stack. */
    private boolean serviceReady(ProcessRecord record) {
        URI health = URI.create("http://127.0.0.1:" + record.port() + "/q/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(PATIENCE_PER_QUESTION).build();
        try {
            HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            boolean ours = answer.headers()
                    .firstValue("Wirecase-Stack")
                    .filter(home.stackId()::equals)
                    .isPresent();
            return ours && answer.statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
