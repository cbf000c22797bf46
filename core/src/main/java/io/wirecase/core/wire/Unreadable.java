package io.wirecase.core.wire;

import java.io.Serial;

/** Bytes that are not the event they should be. The reader sends them to the dead-letter topic with the message. */
public final class Unreadable extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
