package io.wirecase.capture.rest;

import io.wirecase.capture.live.Interfaces;
import io.wirecase.capture.live.LiveSensors;
import io.wirecase.capture.live.LiveSettings;
import io.wirecase.capture.live.Refusal;
import io.wirecase.capture.live.SensorState;
import io.wirecase.core.wire.Codec;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Live sensors over HTTP: which interfaces there are, and what is listened on. */
@Path(SensorResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class SensorResource {

    static final String PATH = "/api/v1/sensors";
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int NOT_IMPLEMENTED = 501;

    private final LiveSensors sensors;

    /** A resource over these sensors. */
    public SensorResource(LiveSensors sensors) {
        this.sensors = sensors;
    }

    /** Lists the interfaces of the machine that captures. */
    @GET
    @Path("interfaces")
    @Operation(summary = "The interfaces that could be listened on")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Interfaces.NetworkInterface[].class)))
    @APIResponse(responseCode = "501", description = "libpcap is not installed where captures are taken")
    public byte[] interfaces() {
        return switch (Interfaces.all()) {
            case Interfaces.Found(var all) -> Codec.encode(all);
            case Interfaces.Refused(Refusal refusal) -> throw refused(refusal);
        };
    }

    /** Lists the sensors that listen, or ended by themselves. */
    @GET
    @Operation(summary = "All live sensors")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SensorState[].class)))
    public byte[] all() {
        return Codec.encode(sensors.all());
    }

    /** Opens an interface and listens until it is stopped. Nothing is begun when it cannot be opened. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Listen on an interface")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SensorRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "It listens",
            content = @Content(schema = @Schema(implementation = SensorState.class)))
    @APIResponse(responseCode = "400", description = "The interface, the filter or a setting is none")
    @APIResponse(responseCode = "403", description = "The system does not let the service listen")
    @APIResponse(responseCode = "409", description = "A sensor of that name listens already, or the system refuses")
    @APIResponse(responseCode = "501", description = "libpcap is not installed where captures are taken")
    public Response start(byte[] body) {
        return switch (sensors.start(settings(body))) {
            case LiveSensors.Refused(Refusal refusal) -> throw refused(refusal);
            case LiveSensors.Started(SensorState sensor) ->
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, PATH + "/" + sensor.name())
                        .entity(Codec.encode(sensor))
                        .build();
        };
    }

    /** Tells how a sensor does. */
    @GET
    @Path("{name}")
    @Operation(summary = "How a live sensor does")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SensorState.class)))
    @APIResponse(responseCode = "404", description = "No such sensor")
    public byte[] state(@PathParam("name") String name) {
        return sensors.find(name).map(Codec::encode).orElseThrow(() -> unknown(name));
    }

    /** Stops a sensor: what was open is published, its capture ends. */
    @DELETE
    @Path("{name}")
    @Operation(summary = "Stop a live sensor")
    @APIResponse(
            responseCode = "200",
            description = "It ended; its captures stay",
            content = @Content(schema = @Schema(implementation = SensorState.class)))
    @APIResponse(responseCode = "404", description = "No such sensor")
    public byte[] stop(@PathParam("name") String name) throws InterruptedException {
        return sensors.stop(name).map(Codec::encode).orElseThrow(() -> unknown(name));
    }

    private static LiveSettings settings(byte[] body) {
        try {
            return SensorRequest.settings(body);
        } catch (IllegalArgumentException bad) {
            throw refused(new Refusal(Refusal.Kind.BAD_SETTING, String.valueOf(bad.getMessage())));
        }
    }

    private static ProblemException refused(Refusal refusal) {
        String why = refusal.reason();
        return new ProblemException(
                switch (refusal.kind()) {
                    case BAD_SETTING ->
                        Problem.of(BAD_REQUEST, "bad-sensor", "This is no description of a sensor.", why);
                    case BAD_FILTER -> Problem.of(BAD_REQUEST, "bad-filter", "This is no filter for packets.", why);
                    case NO_INTERFACE -> Problem.of(BAD_REQUEST, "no-interface", "There is no such interface.", why);
                    case NO_RIGHT -> Problem.of(FORBIDDEN, "may-not-listen", "The system does not allow it.", why);
                    case IN_USE -> Problem.of(CONFLICT, "sensor-exists", "The sensor listens already.", why);
                    case OTHER -> Problem.of(CONFLICT, "cannot-listen", "The system refuses to listen.", why);
                    case NO_LIBRARY ->
                        Problem.of(NOT_IMPLEMENTED, "no-libpcap", "Nothing can be listened on here.", why);
                });
    }

    private static ProblemException unknown(String name) {
        return new ProblemException(
                Problem.of(NOT_FOUND, "no-sensor", "There is no such sensor.", "No sensor has the name " + name + "."));
    }
}
