package io.wirecase.core.measure;

import org.jspecify.annotations.Nullable;

/**
 * Which side sent more: {@code (u - v) / (u + v)} with u sent by the originator and v by the responder.
 *
 * @param value -1 (only the responder sent) to 1 (only the originator sent), or null when neither sent anything
 */
public record Symmetry(@Nullable Double value) {

    /** The formula, as claims state it. */
    public static final String FORMULA = "(u - v) / (u + v), u originator to responder, v responder to originator";

    /** The symmetry of two totals in bytes, each at least 0. */
    public static Symmetry of(long originator, long responder) {
        long both = originator + responder;
        return new Symmetry(both == 0 ? null : (Double) ((double) (originator - responder) / both));
    }

    /** The word for it, or null when neither side sent anything. */
    public @Nullable Shape shape() {
        if (value == null) {
            return null;
        }
        return value > 0.5
                ? Shape.UPLOAD
                : value < -0.5 ? Shape.DOWNLOAD : Math.abs(value) <= 0.3 ? Shape.BALANCED : Shape.MIXED;
    }

    /** Words for who sent more. */
    public enum Shape {
        /** Above .5: mostly client to server. */
        UPLOAD,
        /** Below -.5: mostly server to client. */
        DOWNLOAD,
        /** Within .3 of even. */
        BALANCED,
        /** Between balanced and one-sided. */
        MIXED
    }
}
