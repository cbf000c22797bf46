package io.wirecase.local.client;

import java.io.IOException;

/** The front door answered with something other than what was asked for; the message is its own explanation. */
public final class FrontDoorException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    FrontDoorException(int status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * The HTTP status.
     *
     * @return for example 404
     */
    public int status() {
        return status;
    }
}
