package io.wirecase.capture.run;

import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.CaptureState.Publication;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to do with a capture, decided from what was asked for and what was published before. */
public sealed interface Plan {

    /** Everything asked for is published, or could not be read and was said so. */
    record Nothing() implements Plan {}

    /**
     * Read it and publish.
     *
     * @param revision the revision to publish
     * @param done what of this revision is published already and is to be skipped, or null
     */
    record Publish(int revision, @Nullable Publication done) implements Plan {

        /** The next revision from its start: what is published of this one cannot be continued. */
        public Publish renewed() {
            return new Publish(revision + 1, null);
        }
    }

    /**
     * Decides.
     *
     * @param asked the revision asked for
     * @param before what was published, or empty
     * @param decoder fingerprint of what would read the capture now
     * @param partitions how many partitions flows are spread over now
     */
    static Plan of(int asked, Optional<CaptureState> before, String decoder, int partitions) {
        if (before.isEmpty() || before.get().revision() < asked) {
            return new Publish(asked, null);
        }
        CaptureState state = before.get();
        Publish sameRevision = new Publish(state.revision(), state.publication());
        return switch (state.state()) {
            case COMPLETED, FAILED, DELETED -> new Nothing();
            case SUPERSEDED -> sameRevision.renewed();
            case ACCEPTED, READING ->
                continues(state.publication(), decoder, partitions) ? sameRevision : sameRevision.renewed();
        };
    }

    private static boolean continues(@Nullable Publication done, String decoder, int partitions) {
        return done == null
                || done.decoder().equals(decoder) && done.flowsByPartition().size() == partitions;
    }
}
