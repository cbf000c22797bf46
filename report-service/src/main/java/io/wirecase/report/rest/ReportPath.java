package io.wirecase.report.rest;

import io.wirecase.report.render.Formats;
import io.wirecase.report.render.Formats.Format;
import java.util.Optional;
import java.util.UUID;

/**
 * What a path asks for: {@code ID}, {@code ID.pdf}, {@code ID.sha256} or {@code ID.pdf.sha256}.
 *
 * @param id the report
 * @param format the format its ending asks for, or empty when the request's Accept field decides
 * @param digest whether the digests are asked for instead of the bytes
 */
record ReportPath(UUID id, Optional<Format> format, boolean digest) {

    private static final int UUID_LENGTH = 36;
    private static final String DIGEST = ".sha256";

    /** Empty when it cannot be a report of ours. */
    static Optional<ReportPath> of(String path, Formats formats) {
        boolean digest = path.endsWith(DIGEST);
        String rest = digest ? path.substring(0, path.length() - DIGEST.length()) : path;
        Optional<UUID> id = ScopeReader.uuid(rest.substring(0, Math.min(UUID_LENGTH, rest.length())));
        if (id.isEmpty() || rest.length() == UUID_LENGTH) {
            return id.map(known -> new ReportPath(known, Optional.empty(), digest));
        }
        String ending = rest.substring(UUID_LENGTH);
        return formats.ending(ending.startsWith(".") ? ending.substring(1) : "")
                .map(format -> new ReportPath(id.get(), Optional.of(format), digest));
    }
}
