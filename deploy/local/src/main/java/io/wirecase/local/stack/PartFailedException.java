package io.wirecase.local.stack;

/** A part did not start, or ended when it should not have; the message holds the end of its log. */
public final class PartFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    PartFailedException(String message) {
        super(message);
    }
}
