package io.wirecase.detection.risk;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/** How detectors word what they found: points and accountable side are the risk's. */
public final class Findings {

    /** The name of this service in findings. */
    public static final String RAISED_BY = "detection";

    private Findings() {}

    /**
     * A finding of a flow risk.
     *
     * @param description our words; text from packets belongs in observed
     * @param observed the value that fired it, or null when it is a missing one
     * @param limit the limit it crossed or what was expected instead, or null
     */
    public static Finding of(
            FlowRisk risk, String description, @Nullable UntrustedText observed, @Nullable String limit) {
        return new Finding(
                risk.code(),
                risk.points(),
                risk.accountable(),
                risk.clientShare(),
                description,
                observed,
                limit,
                RAISED_BY);
    }
}
