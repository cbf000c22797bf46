package io.wirecase.report.rest;

import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.wire.Codec;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Answers about suppression rules, and the problems with them. */
final class RuleAnswers {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE = 422;
    private static final int PRECONDITION_REQUIRED = 428;

    private RuleAnswers() {}

    static Response rule(Response.Status status, Suppression rule) {
        return Response.status(status)
                .tag(new EntityTag(String.valueOf(rule.revision())))
                .location(URI.create(SuppressionsResource.PATH + "/" + rule.id()))
                .type(MediaType.APPLICATION_JSON)
                .entity(Codec.encode(rule))
                .build();
    }

    /**
     * Checks that a change is meant for the rule as it is.
     *
     * @param ifMatch the tag somebody changes, or null without one
     * @param demanded whether there must be one
     */
    static void matches(Suppression rule, @Nullable String ifMatch, boolean demanded) {
        if (ifMatch == null || ifMatch.isBlank()) {
            if (demanded) {
                throw new ProblemException(Problem.of(
                        PRECONDITION_REQUIRED,
                        "if-match-required",
                        "The change names no revision.",
                        "Send If-Match with the ETag of the rule that is to be changed."));
            }
            return;
        }
        if (!ifMatch.equals("*") && !ifMatch.equals("\"" + rule.revision() + "\"")) {
            throw changed();
        }
    }

    static ProblemException changed() {
        return new ProblemException(Problem.of(
                PRECONDITION_FAILED,
                "rule-changed",
                "The rule was changed by somebody else.",
                "If-Match names another revision than the present one. Get the rule again and decide anew."));
    }

    static ProblemException none() {
        return new ProblemException(
                Problem.of(NOT_FOUND, "not-found", "There is no such rule.", "No suppression rule has that id."));
    }

    static ProblemException tooMany(int most) {
        return new ProblemException(Problem.of(
                CONFLICT,
                "too-many-rules",
                "There are too many rules.",
                "At most " + most + " are kept. Remove some."));
    }

    static ProblemException tooWide() {
        return new ProblemException(Problem.of(
                UNPROCESSABLE,
                "rule-too-wide",
                "The rule would hide every alert there is.",
                "Name at least one member of 'match' that bounds it, or say force=true."));
    }
}
