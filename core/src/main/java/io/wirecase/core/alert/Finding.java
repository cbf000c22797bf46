package io.wirecase.core.alert;

import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * One thing found wrong or notable, with its points and who is accountable for it.
 *
 * @param code a flow risk's short code or a behaviour's code
 * @param points what it adds to the score, 0 to 250
 * @param accountable the side that can change it
 * @param clientShare the client's share of the points in percent
 * @param description the sensor's own words, never with text from packets in them
 * @param observed the value from the packets that fired it, or null when there is none (a missing header)
 * @param limit the limit it crossed or the value expected instead, or null
 * @param raisedBy the service that found it, {@code "detection"} or {@code "enrichment"}
 */
public record Finding(
        String code,
        int points,
        Side accountable,
        int clientShare,
        String description,
        @Nullable UntrustedText observed,
        @Nullable String limit,
        String raisedBy) {}
