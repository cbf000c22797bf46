package io.wirecase.report.rest;

import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import java.util.List;

/** The problems this API answers with. */
final class Answers {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;

    private Answers() {}

    static ProblemException badRequest(List<String> faults) {
        return new ProblemException(
                Problem.of(BAD_REQUEST, "bad-request", "The request is not right.", "Each fault is listed in 'errors'.")
                        .with(faults));
    }

    static ProblemException noReport(String id) {
        return new ProblemException(Problem.of(
                NOT_FOUND,
                "not-found",
                "There is no such report.",
                "No report has the id '" + id.replaceAll("[^0-9A-Za-z.-]", "?") + "'."));
    }

    static ProblemException noCapture() {
        return new ProblemException(Problem.of(
                NOT_FOUND,
                "not-found",
                "There is no such capture.",
                "At least one of the captures named is not known here; one just uploaded is known within a second."));
    }

    static ProblemException noCaptures() {
        return new ProblemException(Problem.of(
                CONFLICT,
                "no-captures",
                "There is nothing to report on.",
                "No capture is known yet; upload one with POST /api/v1/captures first."));
    }

    static ProblemException notAcceptable(List<String> mediaTypes) {
        return new ProblemException(Problem.of(
                NOT_ACCEPTABLE,
                "not-acceptable",
                "No format of the report is acceptable.",
                "There are " + String.join(", ", mediaTypes) + "."));
    }

    static ProblemException tooLarge(int most) {
        return new ProblemException(
                Problem.of(TOO_LARGE, "too-large", "The body is too large.", "At most " + most + " bytes are read."));
    }

    static ProblemException keyReused() {
        return new ProblemException(Problem.of(
                UNPROCESSABLE,
                "idempotency-key-reused",
                "The Idempotency-Key was used for another request.",
                "Send the same body with it, or another key."));
    }
}
