package io.wirecase.capture.run;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Flows could not be published. The subclass says what to do. */
public abstract sealed class OutletException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private OutletException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The bus does not answer: nothing is lost, take the capture again. */
    public static final class Unavailable extends OutletException {

        @Serial
        private static final long serialVersionUID = 1L;

        /** With what the bus said. */
        public Unavailable(Throwable cause) {
            super("the bus does not answer: " + cause.getMessage(), cause);
        }
    }

    /** Somebody else took the capture over: leave it. */
    public static final class TakenOver extends OutletException {

        @Serial
        private static final long serialVersionUID = 1L;

        /** With what the bus said. */
        public TakenOver(Throwable cause) {
            super("the capture was taken over: " + cause.getMessage(), cause);
        }
    }

    /** The flows are not those that were published before: make a new revision. */
    public static final class Diverged extends OutletException {

        @Serial
        private static final long serialVersionUID = 1L;

        /** With what differs. */
        public Diverged(String difference) {
            super(difference, null);
        }
    }
}
