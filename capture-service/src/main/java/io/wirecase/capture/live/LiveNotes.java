package io.wirecase.capture.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader must know of how a live capture was taken. */
final class LiveNotes {

    private LiveNotes() {}

    /**
     * The notes, a phrase each.
     *
     * @param unrecorded packets that were analysed and are not in the archive
     * @param broken why it ended by itself
     */
    static List<String> of(LiveSettings settings, Drops drops, long unrecorded, Optional<String> broken) {
        List<String> notes = new ArrayList<>();
        if (drops.networkInterface() > 0) {
            notes.add("of the lost packets the interface or its driver lost " + drops.networkInterface());
        }
        if (!settings.filter().isBlank()) {
            notes.add("only packets that pass the filter \"" + settings.filter() + "\" were looked at");
        }
        if (settings.snapLength() < LiveSettings.MAX_SNAP_LENGTH) {
            notes.add("at most " + settings.snapLength() + " bytes of a packet were looked at");
        }
        if (unrecorded > 0) {
            notes.add(unrecorded + " packets were analysed and not kept, since the disk was full or too slow");
        }
        broken.ifPresent(reason -> notes.add("listening ended by itself: " + reason));
        return notes;
    }
}
