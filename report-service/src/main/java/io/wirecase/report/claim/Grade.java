package io.wirecase.report.claim;

import java.util.Locale;

/** How a claim is known. */
public enum Grade {
    /** Computed from packets by a stated formula. */
    MEASURED,
    /** Said by a sensor or by somebody on the wire; true is only that it was said. */
    REPORTED,
    /** Read in a data file of a stated version. */
    LOOKED_UP,
    /** Concluded by a stated rule from other claims. */
    INFERRED;

    /** The word in reports, for example {@code looked-up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
