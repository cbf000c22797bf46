package io.wirecase.enrichment.intel;

import java.io.Serial;

/** An operator's data file that cannot be used. The message names the file, its type where known, and the reason. */
public final class RefusedDataFile extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    RefusedDataFile(String message, Throwable cause) {
        super(message, cause);
    }
}
