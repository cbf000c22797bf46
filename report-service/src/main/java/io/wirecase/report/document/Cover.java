package io.wirecase.report.document;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a report says of itself before it says anything else.
 *
 * @param id the report's id
 * @param title its title
 * @param fileName the name it is kept under, without its ending: letters, digits, dot, dash and underscore
 * @param generatedAt when it was made, RFC 3339 in UTC
 * @param product the name of what made it
 * @param version the version of what made it
 * @param scope what it is about, a line each: captures, times, hosts, lowest score
 * @param wording whether a language model took part in the words, and which
 * @param notices what the licences of the data used ask to be said
 */
public record Cover(
        String id,
        String title,
        String fileName,
        String generatedAt,
        String product,
        String version,
        List<Prose> scope,
        Prose wording,
        List<Notice> notices) {

    /** Keeps its own copies of the lists. */
    public Cover {
        scope = List.copyOf(scope);
        notices = List.copyOf(notices);
    }

    /**
     * A notice with a link, word for word as a licence asks for it. It says nothing of the case.
     *
     * @param text the notice
     * @param link where it leads, an address of ours and never one from data
     */
    public record Notice(String text, URI link) {}

    /** Every sentence on it. */
    public List<Prose> sentences() {
        return Stream.concat(scope.stream(), Stream.of(wording)).toList();
    }
}
