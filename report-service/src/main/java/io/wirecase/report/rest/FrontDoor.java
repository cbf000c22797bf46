package io.wirecase.report.rest;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Streams {@code /api/v1/captures} and {@code /api/v1/sensors} through to the capture service, both ways, so that
 * people and platforms know one address. An upload costs the memory of a few buffers, whatever its size: each side
 * reads as fast as the other writes.
 */
@ApplicationScoped
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final int SERVER_ERROR = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int MOST_CONNECTIONS = 64;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Fields of one connection, not of the message (RFC 9110, section 7.6.1). */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "expect");

    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

    private final HttpClient client;
    private final URI capture;
    private final Vertx vertx;
    private final ClaimPackets claims;

    FrontDoor(Vertx vertx, @ConfigProperty(name = "wirecase.report.capture-url") URI capture, ClaimPackets claims) {
        this.capture = capture;
        this.vertx = vertx;
        this.claims = claims;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MS)
                        .setDecompressionSupported(false))
                .with(new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS))
                .build();
    }

    void register(@Observes Router router) {
        router.get("/q/openapi").handler(context -> context.redirect(ContractResource.PATH + "/openapi.yaml"));
        router.get("/api/v1/captures/:id/packets").handler(this::packets);
        router.route("/api/v1/captures").handler(this::through);
        router.route("/api/v1/captures/*").handler(this::through);
        router.route("/api/v1/sensors").handler(this::through);
        router.route("/api/v1/sensors/*").handler(this::through);
    }

    /** Puts the flows of a claim in its place: the ledger is here and the packets are there. */
    private void packets(RoutingContext context) {
        String report = context.queryParams().get("report");
        String claim = context.queryParams().get("claim");
        if (report == null && claim == null) {
            through(context);
            return;
        }
        context.request().pause();
        vertx.executeBlocking(() -> flows(context, report, claim))
                .onSuccess(target -> through(context, target))
                .onFailure(failed -> refused(context, failed));
    }

    private String flows(RoutingContext context, @Nullable String report, @Nullable String claim) throws SQLException {
        UUID id = Optional.ofNullable(context.pathParam("id"))
                .flatMap(ScopeReader::uuid)
                .orElseThrow(Answers::noCapture);
        ClaimPackets.Found found = claims.find(id, report, claim);
        context.response().putHeader("Wirecase-Claim-Inputs", found.listed() + " of " + found.total());
        StringJoiner query = new StringJoiner("&", context.request().path() + "?", "");
        query.add("revision=" + found.revision());
        found.ids().forEach(flow -> query.add("flow=" + flow));
        for (String narrowing : List.of("host", "from", "to")) {
            context.queryParams()
                    .getAll(narrowing)
                    .forEach(value -> query.add(narrowing + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return query.toString();
    }

    private static void refused(RoutingContext context, Throwable failed) {
        Problem problem;
        if (failed instanceof ProblemException refusal) {
            problem = refusal.problem();
        } else {
            LOG.error("the flows of a claim could not be found", failed);
            problem = Problem.of(
                    SERVER_ERROR,
                    "internal-error",
                    "Internal error.",
                    "The service failed on this request; its log has" + " the reason.");
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .end(problem.json());
    }

    private void through(RoutingContext context) {
        through(context, context.request().uri());
    }

    private void through(RoutingContext context, String target) {
        HttpServerRequest from = context.request();
        from.pause();
        boolean secure = "https".equals(capture.getScheme());
        int port = capture.getPort() >= 0 ? capture.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        RequestOptions options = new RequestOptions()
                .setMethod(from.method())
                .setHost(capture.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(target);
        client.request(options).onSuccess(to -> send(context, from, to)).onFailure(away -> unreachable(context, away));
    }

    private static void send(RoutingContext context, HttpServerRequest from, HttpClientRequest to) {
        from.headers().forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                to.headers().add(name, value);
            }
        });
        from.exceptionHandler(gone -> to.reset());
        to.response().onSuccess(answer -> answer(context, answer)).onFailure(away -> unreachable(context, away));
        if (bodiless(from)) {
            from.resume();
            to.end();
            return;
        }
        if (!from.headers().contains("content-length")) {
            to.setChunked(true);
        }
        from.pipeTo(to).onFailure(cut -> to.reset());
    }

    /** HTTP/2 says neither length nor encoding, so there the method decides. */
    private static boolean bodiless(HttpServerRequest from) {
        boolean announced =
                from.headers().contains("content-length") || from.headers().contains("transfer-encoding");
        return !announced
                && (from.version() != HttpVersion.HTTP_2
                        || BODILESS.contains(from.method().name()));
    }

    private static void answer(RoutingContext context, HttpClientResponse answer) {
        HttpServerResponse to = context.response();
        if (to.ended() || to.closed()) {
            answer.request().reset();
            return;
        }
        to.setStatusCode(answer.statusCode());
        answer.headers().forEach((name, value) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                to.headers().add(name, value);
            }
        });
        if (!answer.headers().contains("content-length")) {
            to.setChunked(true);
        }
        answer.pipeTo(to).onFailure(cut -> to.reset());
    }

    private static void unreachable(RoutingContext context, Throwable away) {
        HttpServerResponse to = context.response();
        if (to.headWritten() || to.ended() || to.closed()) {
            to.reset();
            return;
        }
        LOG.warnf("the capture service did not answer: %s", away.getMessage());
        to.setStatusCode(BAD_GATEWAY)
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .putHeader("connection", "close")
                .end(Problem.of(
                                BAD_GATEWAY,
                                "capture-service-away",
                                "The capture service does not answer.",
                                "Try again; what was uploaded completely is kept.")
                        .json());
    }
}
