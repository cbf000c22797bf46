package io.wirecase.capture.rest;

import io.vertx.core.http.HttpServerRequest;
import io.wirecase.capture.run.Captures;
import io.wirecase.capture.run.Evidence;
import io.wirecase.capture.store.CaptureStore;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Captures over HTTP. */
@Path(CaptureResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class CaptureResource {

    static final String PATH = "/api/v1/captures";
    private static final String CREATED = "201";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNSUPPORTED = 415;
    private static final int CONFLICT = 409;
    private static final int NO_SPACE = 507;
    private static final Logger LOG = Logger.getLogger(CaptureResource.class);

    private final Captures captures;
    private final Evidence evidence;
    private final Peers peers;

    /** A resource over these captures. */
    public CaptureResource(Captures captures, Evidence evidence, Peers peers) {
        this.captures = captures;
        this.evidence = evidence;
        this.peers = peers;
    }

    /**
     * Takes in a capture of any size; its bytes are streamed to the disk. It is read afterwards, its state tells how
     * far.
     *
     * @param name the file name, shown to people
     * @param site the address space its hosts live in; without one the capture is its own
     * @param again whether to read a capture that is known once more, as a new revision
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Send a capture (pcap or pcapng, as it is or compressed with gzip or zstd) as the raw body")
    @APIResponse(
            responseCode = CREATED,
            description = "It is new, or will be read again",
            content = @Content(schema = @Schema(implementation = CaptureState.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is known already",
            content = @Content(schema = @Schema(implementation = CaptureState.class)))
    @APIResponse(responseCode = "400", description = "The site's name is not one, or the upload was cut")
    @APIResponse(responseCode = "415", description = "The first bytes are no capture")
    @APIResponse(responseCode = "507", description = "The disk would fill")
    public Response send(
            @QueryParam("name") @Nullable String name,
            @QueryParam("site") @Nullable String site,
            @QueryParam("again") @DefaultValue("false") boolean again,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        String label = Labels.name(name);
        String place = Labels.site(site);
        return switch (captures.receive(new Captures.Sending(body, length(headers)), label, place, again)) {
            case Captures.Accepted(CaptureState state, boolean fresh) ->
                Response.status(fresh ? Response.Status.CREATED : Response.Status.OK)
                        // Relative, so that it is right behind the front door too.
                        .header(HttpHeaders.LOCATION, PATH + "/" + state.id())
                        .entity(Codec.encode(state))
                        .build();
            case Captures.Refused(Captures.Refusal kind, String reason) ->
                throw new ProblemException(
                        switch (kind) {
                            case NO_CAPTURE ->
                                Problem.of(UNSUPPORTED, "no-capture", "This is no capture that is read.", reason);
                            case DISK_FULL -> Problem.of(NO_SPACE, "no-space", "The disk would fill.", reason);
                            case CUT -> Problem.of(BAD_REQUEST, "cut", "The upload ended before its end.", reason);
                        });
        };
    }

    /** Tells how far a capture is. */
    @GET
    @Path("{id}")
    @Operation(summary = "How far a capture is, and where its packets went")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaptureState.class)))
    @APIResponse(responseCode = "404", description = "No such capture")
    public byte[] state(@PathParam("id") String id) {
        return captures.find(Labels.id(id).orElseThrow(() -> unknown(id)))
                .map(Codec::encode)
                .orElseThrow(() -> unknown(id));
    }

    /** Lists all captures with how far they are, by name. */
    @GET
    @Operation(summary = "All captures")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaptureState[].class)))
    public byte[] all() {
        return Codec.encode(captures.all());
    }

    /** Deletes a capture. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a capture with everything derived from it")
    @APIResponse(responseCode = "204", description = "It is deleted, or was before")
    @APIResponse(responseCode = "404", description = "No such capture")
    @APIResponse(responseCode = "409", description = "A live sensor is still listening")
    @APIResponse(responseCode = "503", description = "Another instance keeps it and cannot be asked")
    public Response delete(
            @PathParam("id") String id,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context HttpServerRequest caller)
            throws IOException, InterruptedException {
        UUID known = Labels.id(id).orElseThrow(() -> unknown(id));
        Optional<String> keeper = evidence.keeper(known);
        if (keeper.isPresent()) {
            return peers.ask(keeper.get(), "DELETE", uri.getRequestUri().getRawPath(), headers);
        }
        switch (captures.delete(known)) {
            case Captures.Removed(CaptureState before) ->
                LOG.infof(
                        "capture %s was deleted on request of %s: name %s, site %s, %d bytes, SHA-256 %s",
                        known,
                        caller.remoteAddress(),
                        Labels.quoted(before.name()),
                        Labels.quoted(before.site()),
                        before.bytes(),
                        before.sha256());
            case Captures.RemovedBefore() ->
                LOG.infof("capture %s was deleted already; asked again by %s", known, caller.remoteAddress());
            case Captures.NotKnown() -> throw unknown(id);
            case Captures.Listening() ->
                throw new ProblemException(Problem.of(
                        CONFLICT,
                        "listening",
                        "A live sensor is still listening.",
                        "Stop the sensor first; its packets go by themselves when they are old."));
        }
        return Response.noContent().build();
    }

    private static long length(HttpHeaders headers) {
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? CaptureStore.UNKNOWN : Long.parseLong(length);
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                Problem.of(NOT_FOUND, "not-found", "There is no such capture.", "No capture has the id " + id + "."));
    }
}
