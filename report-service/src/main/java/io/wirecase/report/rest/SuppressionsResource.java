package io.wirecase.report.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.suppression.Tripwires;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.store.SuppressionStore;
import io.wirecase.report.suppression.Draft;
import io.wirecase.report.suppression.DraftReader;
import io.wirecase.report.suppression.Learnt;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rules of what people need not see: made, tried, changed, removed. */
@Path(SuppressionsResource.PATH)
@Tag(name = "suppressions")
public class SuppressionsResource {

    static final String PATH = "/api/v1/suppressions";

    private static final Logger LOG = Logger.getLogger(SuppressionsResource.class);
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_RULES = 1_000;

    private final SuppressionStore rules;
    private final RuleTrials trials;
    private final Clock clock;
    private final Optional<Duration> maxAge;

    SuppressionsResource(
            SuppressionStore rules,
            RuleTrials trials,
            Clock clock,
            @ConfigProperty(name = "wirecase.report.suppression-max-age") Optional<Duration> maxAge) {
        this.rules = rules;
        this.trials = trials;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /** All rules. */
    @GET
    @Operation(summary = "List the suppression rules")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    public Response list() throws SQLException {
        return Response.ok(Codec.encode(rules.all()), MediaType.APPLICATION_JSON)
                .build();
    }

    /** Makes a rule. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a suppression rule")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Asked.class)))
    @APIResponse(responseCode = "201", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", description = "The request is not right; 'errors' says what.")
    @APIResponse(responseCode = "409", description = "There are too many rules.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(responseCode = "415", description = "The body is not JSON.")
    @APIResponse(responseCode = "422", description = "The rule would hide everything.")
    public Response create(@QueryParam("force") @DefaultValue("false") boolean force, InputStream body)
            throws IOException, SQLException {
        Suppression rule = rule(bounded(draft(body), force), UUID.randomUUID(), 1, null);
        if (!rules.create(rule, MOST_RULES)) {
            throw RuleAnswers.tooMany(MOST_RULES);
        }
        LOG.infof("suppression rule %s was made by request", rule.id());
        return RuleAnswers.rule(Response.Status.CREATED, rule);
    }

    /** Tells what a rule would do. */
    @POST
    @Path("/simulations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell what a suppression rule would hide of what is stored, without making it")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Asked.class)))
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", description = "The request is not right; 'errors' says what.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(responseCode = "415", description = "The body is not JSON.")
    public Response simulate(InputStream body) throws IOException, SQLException {
        Draft draft = draft(body);
        Tripwires tripwires = learnt(draft);
        String answer =
                TrialJson.of(draft, tripwires, trials.run(draft, tripwires)).toString();
        return Response.ok(answer, MediaType.APPLICATION_JSON).build();
    }

    /** A rule. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Get a suppression rule")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "404", description = "There is no such rule.")
    public Response get(@PathParam("id") String id) throws SQLException {
        return RuleAnswers.rule(Response.Status.OK, known(id));
    }

    /** Changes a rule. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a suppression rule")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Asked.class)))
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", description = "The request is not right; 'errors' says what.")
    @APIResponse(responseCode = "404", description = "There is no such rule.")
    @APIResponse(responseCode = "412", description = "The rule was changed by somebody else.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(responseCode = "415", description = "The body is not JSON.")
    @APIResponse(responseCode = "422", description = "The rule would hide everything.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("force") @DefaultValue("false") boolean force,
            InputStream body)
            throws IOException, SQLException {
        Suppression before = known(id);
        RuleAnswers.matches(before, ifMatch, true);
        Suppression rule = rule(bounded(draft(body), force), before.id(), before.revision() + 1, before.created());
        if (!rules.replace(rule)) {
            throw RuleAnswers.changed();
        }
        LOG.infof("suppression rule %s was changed by request", rule.id());
        return RuleAnswers.rule(Response.Status.OK, rule);
    }

    /** Removes a rule. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a suppression rule")
    @APIResponse(responseCode = "204", description = "It is removed.")
    @APIResponse(responseCode = "404", description = "There is no such rule.")
    @APIResponse(responseCode = "412", description = "The rule was changed by somebody else.")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch)
            throws SQLException {
        Suppression rule = known(id);
        RuleAnswers.matches(rule, ifMatch, false);
        if (!rules.remove(rule.id(), rule.revision())) {
            throw RuleAnswers.changed();
        }
        LOG.infof("suppression rule %s was removed by request", rule.id());
        return Response.noContent().build();
    }

    private Suppression known(String id) throws SQLException {
        Optional<UUID> read = ScopeReader.uuid(id);
        Optional<Suppression> rule = read.isEmpty() ? Optional.empty() : rules.find(read.get());
        return rule.orElseThrow(RuleAnswers::none);
    }

    private Draft draft(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Answers.tooLarge(MOST_BYTES);
        }
        JsonNode json = Codec.json().readTree(bytes);
        return switch (DraftReader.read(json, clock.instant(), maxAge)) {
            case DraftReader.Refused refused -> throw Answers.badRequest(refused.faults());
            case DraftReader.Read read -> read.draft();
        };
    }

    private static Draft bounded(Draft draft, boolean force) {
        if (draft.coversEverything() && !force) {
            throw RuleAnswers.tooWide();
        }
        return draft;
    }

    private @Nullable Tripwires learnt(Draft draft) throws SQLException {
        Learnt learnt = trials.learn(draft);
        if (!learnt.faults().isEmpty()) {
            throw Answers.badRequest(learnt.faults());
        }
        return learnt.tripwires();
    }

    private Suppression rule(Draft draft, UUID id, int revision, @Nullable String created) throws SQLException {
        String now = Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString();
        return new Suppression(
                id,
                revision,
                draft.match(),
                draft.reason(),
                draft.owner(),
                draft.expires(),
                created == null ? now : created,
                now,
                learnt(draft));
    }

    /** The members of a request, for the API's document. */
    @Schema(name = "SuppressionRequest")
    record Asked(
            @Schema(description = "what the rule covers") Suppression.Match match,

            @Schema(description = "why") String reason,

            @Schema(description = "who answers for it") String owner,

            @Schema(description = "when it ends, RFC 3339 with zone") @Nullable
            String expires,

            @Schema(description = "what an exchange may not do and stay hidden") @Nullable
            Tripwires tripwires) {}
}
