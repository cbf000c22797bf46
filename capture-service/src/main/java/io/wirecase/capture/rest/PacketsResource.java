package io.wirecase.capture.rest;

import io.wirecase.capture.evidence.Selection;
import io.wirecase.capture.run.Evidence;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The packets behind a claim, over HTTP. */
@Path(CaptureResource.PATH + "/{id}")
public final class PacketsResource {

    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    /** Each cut reads a capture, which is CPU work. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Evidence evidence;
    private final Peers peers;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** A resource over what is kept here, and by other instances. */
    public PacketsResource(Evidence evidence, Peers peers) {
        this.evidence = evidence;
        this.peers = peers;
    }

    /**
     * Cuts packets out of a capture, or gives all of it as it was sent.
     *
     * @param flows ids of flows
     * @param host an end of the packets' flows
     * @param from the earliest time
     * @param to the end of the time span
     * @param revision the capture's revision that the flows are of
     * @param report the report a claim is in; the front door has its flows put in the place of both
     * @param claim the claim
     */
    @GET
    @Path("packets")
    @Operation(summary = "Packets of a capture as a capture")
    @APIResponse(
            responseCode = "200",
            description = "The packets in the order they were captured",
            content = {
                @Content(mediaType = PacketAnswers.PCAP),
                @Content(mediaType = PacketAnswers.PCAPNG),
                @Content(mediaType = PacketAnswers.GZIP),
                @Content(mediaType = PacketAnswers.ZSTD)
            })
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @APIResponse(responseCode = "400", description = "The request is not right")
    @APIResponse(responseCode = "404", description = "No such capture, or no such flow in it")
    @APIResponse(responseCode = "409", description = "The claim's report is not made yet")
    @APIResponse(responseCode = "410", description = "The packets are kept no longer")
    @APIResponse(responseCode = "413", description = "The packets take more than one answer may")
    @APIResponse(responseCode = "422", description = "No packet can be meant")
    @APIResponse(responseCode = "503", description = "Too many ask, or the instance that keeps them cannot be asked")
    @APIResponse(responseCode = "507", description = "The disk has no room to cut them")
    public Response packets(
            @PathParam("id") String id,
            @QueryParam("flow") List<String> flows,
            @QueryParam("host") @Nullable String host,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("revision") @Parameter(schema = @Schema(implementation = Integer.class)) @Nullable
                    String revision,
            @QueryParam("report") @Nullable String report,
            @QueryParam("claim") @Nullable String claim,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        UUID capture = Labels.id(id).orElseThrow(() -> unknown(id));
        SelectionReader.refuseStrangers(uri.getQueryParameters().keySet());
        Selection selection = SelectionReader.read(flows, host, from, to);
        Optional<Integer> wanted = SelectionReader.revision(revision);
        Evidence.Answer answer = inTurn(capture, selection, wanted);
        if (answer instanceof Evidence.Elsewhere(String keeper)) {
            String query = uri.getRequestUri().getRawQuery();
            String path = uri.getRequestUri().getRawPath();
            return peers.ask(keeper, "GET", query == null ? path : path + "?" + query, headers);
        }
        if (answer instanceof Evidence.NotKnown) {
            throw unknown(id);
        }
        return PacketAnswers.of(answer, selection, headers);
    }

    private Evidence.Answer inTurn(UUID capture, Selection selection, Optional<Integer> revision)
            throws IOException, InterruptedException {
        if (!turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new ProblemException(Problem.of(
                    UNAVAILABLE, "busy", "Too many cuts at once.", "Others are being cut: try again in a minute."));
        }
        try {
            return evidence.packets(capture, selection, revision);
        } finally {
            turns.release();
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                Problem.of(NOT_FOUND, "not-found", "There is no such capture.", "No capture has the id " + id + "."));
    }
}
