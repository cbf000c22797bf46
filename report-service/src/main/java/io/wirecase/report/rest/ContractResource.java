package io.wirecase.report.rest;

import io.wirecase.core.wire.Codec;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What this version promises to others, exactly the files that are published with it: so that a program finds the
 * contract of the service it talks to, without the repository.
 */
@Path(ContractResource.PATH)
@Tag(name = "contract")
public class ContractResource {

    static final String PATH = "/api/v1/contract";

    /** The schemas by name, without the file's ending. */
    static final List<String> SCHEMAS = List.of(
            "alert.enriched.v1",
            "capture.end.v1",
            "capture.state.v1",
            "host.sighted.v1",
            "report.ready.v1",
            "report.v1",
            "suppression.rule.v1");

    private static final String YAML = "application/yaml";
    private static final String SCHEMA = "application/schema+json";
    private static final String SUFFIX = ".json";
    private static final int NOT_FOUND = 404;

    /** Where everything is. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Where the contract's documents are")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public String index() {
        var node = Codec.json().createObjectNode();
        node.put("openapi", PATH + "/openapi.yaml");
        node.put("asyncapi", PATH + "/asyncapi.yaml");
        Map<String, String> schemas = SCHEMAS.stream()
                .collect(Collectors.toMap(n -> "urn:wirecase:schema:" + n, n -> PATH + "/schemas/" + n + SUFFIX));
        node.set("schemas", Codec.json().valueToTree(new TreeMap<>(schemas)));
        return node.toString();
    }

    /** The REST API. */
    @GET
    @Path("/openapi.yaml")
    @Operation(summary = "The REST API as OpenAPI 3.1")
    @APIResponse(responseCode = "200", content = @Content(mediaType = YAML))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names.")
    public Response openApi(@Context Request request) {
        return document("openapi.yaml", YAML, request);
    }

    /** The events. */
    @GET
    @Path("/asyncapi.yaml")
    @Operation(summary = "The events as AsyncAPI 3")
    @APIResponse(responseCode = "200", content = @Content(mediaType = YAML))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names.")
    public Response asyncApi(@Context Request request) {
        return document("asyncapi.yaml", YAML, request);
    }

    /** A schema. */
    @GET
    @Path("/schemas/{name}")
    @Operation(summary = "The JSON Schema of an event or of the report")
    @APIResponse(responseCode = "200", content = @Content(mediaType = SCHEMA))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names.")
    @APIResponse(responseCode = "404", description = "There is no such schema.")
    public Response schema(@PathParam("name") String name, @Context Request request) {
        if (!name.endsWith(SUFFIX) || !SCHEMAS.contains(name.substring(0, name.length() - SUFFIX.length()))) {
            throw new ProblemException(Problem.of(
                    NOT_FOUND, "not-found", "There is no such schema.", "GET " + PATH + " lists those there are."));
        }
        return document("schemas/" + name, SCHEMA, request);
    }

    private static Response document(String file, String mediaType, Request request) {
        byte[] bytes = read(file);
        EntityTag tag = new EntityTag(Integer.toHexString(Arrays.hashCode(bytes)));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(bytes, mediaType) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static byte[] read(String file) {
        ClassLoader loader = Objects.requireNonNull(Thread.currentThread().getContextClassLoader());
        try (InputStream in = loader.getResourceAsStream("contract/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
