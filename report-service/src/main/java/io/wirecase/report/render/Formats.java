package io.wirecase.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The formats a report is delivered in: JSON, which is the report itself, and what renderers make of it. */
public final class Formats {

    /** The report itself. */
    public static final Format JSON = new Format("application/json", "json");

    private final List<Format> all;

    /** JSON first, since it is the format for who does not say which. */
    public Formats(List<ReportRenderer> renderers) {
        List<Format> formats = new ArrayList<>(List.of(JSON));
        renderers.forEach(r -> formats.add(new Format(r.mediaType(), r.fileExtension())));
        all = List.copyOf(formats);
    }

    /** All of them. */
    public List<Format> all() {
        return all;
    }

    /** The one whose files end so, or empty when there is none. */
    public Optional<Format> ending(String extension) {
        return all.stream().filter(f -> f.extension().equals(extension)).findFirst();
    }

    /**
     * A format.
     *
     * @param mediaType without parameters
     * @param extension what names of its files end in, without the dot
     */
    public record Format(String mediaType, String extension) {

        /** The media type with its charset, when it is text that does not say it itself. */
        public String contentType() {
            return mediaType.startsWith("text/") ? mediaType + ";charset=UTF-8" : mediaType;
        }
    }
}
