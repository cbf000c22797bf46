package io.wirecase.capture.rest;

import io.wirecase.capture.run.Captures;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    private static final int NO_SPACE = 507;

    private final Captures captures;

    /** A resource over these captures. */
    public CaptureResource(Captures captures) {
        this.captures = captures;
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
    @Operation(summary = "Send a capture (pcap or pcapng) as the raw body")
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
            InputStream body)
            throws IOException {
        String label = Labels.name(name);
        String place = Labels.site(site);
        return switch (captures.receive(body, label, place, again)) {
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

    private static ProblemException unknown(String id) {
        return new ProblemException(
                Problem.of(NOT_FOUND, "not-found", "There is no such capture.", "No capture has the id " + id + "."));
    }
}
