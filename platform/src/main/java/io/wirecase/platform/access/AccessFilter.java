package io.wirecase.platform.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.wirecase.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Stands before every route of a service, REST, pages and proxied ones alike: without the key only health checks
 * answer.
 */
@ApplicationScoped
class AccessFilter {

    private static final int BEFORE_EVERYTHING = 1000;
    private static final int UNAUTHORIZED = 401;
    private static final String HEALTH = "/q/health";

    private final AccessKey key;

    AccessFilter(AccessConfig config) {
        this.key = new AccessKey(config.keyFile()
                .map(AccessFilter::read)
                .or(config::key)
                .orElseThrow(() -> new IllegalStateException(
                        "no access key: set WIRECASE_KEY_FILE to a file that holds one, or WIRECASE_ACCESS_KEY")));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        boolean open = path.equals(HEALTH) || path.startsWith(HEALTH + "/");
        if (open
                || key.admits(
                        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)),
                        Optional.ofNullable(request.getHeader("X-Api-Key")))) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(UNAUTHORIZED)
                .putHeader("WWW-Authenticate", "Bearer realm=\"wirecase\", Basic realm=\"wirecase\"")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                // The body of a refused upload is not read: close instead of draining gigabytes.
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Problem.of(
                                UNAUTHORIZED,
                                "unauthorized",
                                "The key is missing or wrong.",
                                "Send it as 'Authorization: Bearer KEY' or 'X-Api-Key: KEY'.")
                        .json());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the key file " + file, unreadable);
        }
    }
}
