package io.wirecase.detection.behaviour;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps with a state.
 *
 * @param slot the arrival slot under which it is indexed for expiry, or -1
 * @param owed the capture whose end marker must bring the final counts, or null
 * @param owedRevision that capture's revision
 */
public record Upkeep(long slot, @Nullable UUID owed, int owedRevision) {
    /** Not stored yet. */
    public static final Upkeep NONE = new Upkeep(-1, null, 0);
}
