package io.wirecase.capture.rest;

import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The other instances of this service: what one of them keeps is asked of it and streamed through, so that whoever asks
 * need not know who keeps what.
 */
public final class Peers implements AutoCloseable {

    /** Marks a request that comes from another instance: it is not sent on once more. */
    static final String FORWARDED = "Wirecase-Forwarded-By";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(10);
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final String PLACE = "{instance}";
    /** Fields of one connection, not of the message (RFC 9110, section 7.6.1); the length is told again. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "keep-alive", "transfer-encoding", "upgrade", "trailer", ":status");

    private final String instance;
    private final List<String> addresses;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * The other instances.
     *
     * @param instance this instance's name
     * @param addresses where others are: {@code NAME=URL} for one, or a URL that holds <code>{instance}</code> for all
     *     that are not named
     */
    public Peers(String instance, List<String> addresses) {
        this.instance = instance;
        this.addresses = List.copyOf(addresses);
    }

    /** Where an instance is, or empty when nobody said. */
    public Optional<URI> address(String name) {
        return addresses.stream()
                .filter(address -> address.startsWith(name + "="))
                .map(address -> address.substring(name.length() + 1))
                .findFirst()
                .or(() -> addresses.stream()
                        .filter(address -> address.contains(PLACE))
                        .map(address -> address.replace(PLACE, name))
                        .findFirst())
                .map(URI::create);
    }

    /**
     * Asks another instance.
     *
     * @param keeper its name
     * @param method the method, of a request without a body
     * @param target path and query, encoded
     * @param headers of the request, among them the key
     * @throws ProblemException when it cannot be asked
     * @throws InterruptedException when the caller should stop
     */
    Response ask(String keeper, String method, String target, HttpHeaders headers) throws InterruptedException {
        if (headers.getHeaderString(FORWARDED) != null) {
            throw problem(BAD_GATEWAY, "kept-elsewhere", "Another instance keeps it.", keeper, "does not know of it");
        }
        URI base = address(keeper)
                .orElseThrow(() -> problem(
                        UNAVAILABLE,
                        "kept-elsewhere",
                        "Another instance keeps it.",
                        keeper,
                        "cannot be asked: WIRECASE_CAPTURE_PEERS does not say where it is"));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(target))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(ANSWER)
                .header(FORWARDED, instance);
        for (String name : List.of(HttpHeaders.AUTHORIZATION, "X-Api-Key", HttpHeaders.IF_NONE_MATCH)) {
            String value = headers.getHeaderString(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try {
            return passedOn(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException away) {
            throw problem(
                    BAD_GATEWAY,
                    "keeper-away",
                    "The instance that keeps it does not answer.",
                    keeper,
                    "does not answer now: try again");
        }
    }

    private static Response passedOn(HttpResponse<InputStream> answer) {
        Response.ResponseBuilder response = Response.status(answer.statusCode());
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> response.header(name, value));
            }
        });
        StreamingOutput body = out -> {
            try (InputStream in = answer.body()) {
                in.transferTo(out);
            }
        };
        return response.entity(body).build();
    }

    private static ProblemException problem(int status, String kind, String title, String keeper, String what) {
        return new ProblemException(Problem.of(status, kind, title, "Instance " + keeper + " " + what + "."));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
