package io.wirecase.capture.source;

import io.wirecase.capture.source.SourceSummary.Damage;
import io.wirecase.capture.source.SourceSummary.Packing;
import org.jspecify.annotations.Nullable;

/**
 * The file behind a window.
 *
 * @param size its bytes, or -1 when that is not known
 * @param packing what it is compressed with, or null when it is not
 */
record Origin(long size, @Nullable String packing) {

    /** The share of the file that is read, 0 when its size is not known. */
    double progress(ByteWindow window) {
        if (size <= 0) {
            return 0;
        }
        long done = packing == null ? window.position() : window.taken();
        return Math.min(1, (double) done / size);
    }

    /** Bytes from the window's place to the end, or null when that is not known. */
    @Nullable
    Long left(ByteWindow window) {
        return packing == null && size >= 0 ? Math.max(0, size - window.position()) : null;
    }

    /** Damage at the window's place; why the content ended too early is said ahead of what it broke. */
    Damage damage(ByteWindow window, String what) {
        String fault = window.fault();
        String all = fault == null ? what : what.isEmpty() ? fault : fault + "; " + what;
        return new Damage(window.position(), left(window), all);
    }

    @Nullable
    Packing packing(ByteWindow window) {
        return packing == null ? null : new Packing(packing, window.taken(), window.position());
    }
}
