package io.wirecase.capture.run;

import io.wirecase.core.wire.CaptureState;
import java.util.function.Predicate;

/**
 * Tells captures that other instances keep. A name that is nobody's is an earlier one of this instance: a machine that
 * was renamed still keeps what it kept.
 *
 * @param instance this instance's name
 * @param others whether a name is another instance's
 */
public record Keepers(String instance, Predicate<String> others) implements Predicate<CaptureState> {

    /** Whether another instance keeps the packets of a capture. */
    @Override
    public boolean test(CaptureState state) {
        CaptureState.Keeping keeping = state.keeping();
        return keeping != null
                && keeping.gone() == null
                && !keeping.instance().equals(instance)
                && others.test(keeping.instance());
    }
}
