package io.wirecase.report.wording;

import io.wirecase.core.measure.Symmetry;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Measurement;

/** The one word for which way a pattern's payload goes. */
public final class VolumeWords {

    private VolumeWords() {}

    /** The word as a cell. */
    public static Prose direction(PatternCase c) {
        Measurement.Shape shape = c.measured().shape();
        Symmetry.Shape word = shape == null ? null : shape.volumes().symmetry().shape();
        return Write.words(word == null ? "no payload" : word(word));
    }

    /** The word for a shape, as it ends a sentence. */
    public static String word(Symmetry.Shape shape) {
        return switch (shape) {
            case UPLOAD -> "an upload";
            case DOWNLOAD -> "a download";
            case BALANCED -> "balanced";
            case MIXED -> "neither balanced nor one-sided";
        };
    }
}
