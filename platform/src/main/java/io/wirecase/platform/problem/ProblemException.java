package io.wirecase.platform.problem;

import java.io.Serial;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Ends the request with this problem. */
    public ProblemException(Problem problem) {
        super(problem.title() + " " + problem.detail());
        this.problem = problem;
    }

    /** The problem. */
    public Problem problem() {
        return problem;
    }
}
