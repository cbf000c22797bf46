package io.wirecase.core.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that a report can be fetched: what the reports topic holds, once a report. Its members are those of the report
 * itself, so that a reader can decide without fetching it.
 *
 * @param id the report's id, and the record's key
 * @param generatedAt when the report was made, RFC 3339 in UTC
 * @param product what made it
 * @param scope what it is about
 * @param assessment what it says overall
 * @param counts how much it is about
 * @param formats the formats it can be fetched in, at least one
 */
public record ReportReady(
        UUID id,
        String generatedAt,
        Product product,
        Scope scope,
        Assessment assessment,
        Counts counts,
        List<Format> formats) {

    /** Keeps its own copy of the list. */
    public ReportReady {
        formats = List.copyOf(formats);
    }

    /**
     * What made the report.
     *
     * @param name the product's name
     * @param version its version
     */
    public record Product(String name, String version) {}

    /**
     * What a report is about.
     *
     * @param since event time from which alerts count, RFC 3339 in UTC, inclusive, or null for no limit
     * @param until event time up to which alerts count, RFC 3339 in UTC, exclusive, or null for no limit
     * @param minScore alerts below it are counted, not shown
     * @param hosts the hosts it is limited to; empty means all
     * @param captures ids of the captures it is about
     */
    public record Scope(
            @Nullable String since, @Nullable String until, int minScore, List<String> hosts, List<UUID> captures) {

        /** Keeps its own copies of the lists. */
        public Scope {
            hosts = List.copyOf(hosts);
            captures = List.copyOf(captures);
        }
    }

    /**
     * What a report says overall.
     *
     * @param level the gravest disposition of any pattern: {@code benign}, {@code suspicious} or {@code malicious}; or
     *     null when no alert reached the minimum score, so that nothing was assessed
     * @param confidence how sure that is: {@code Low}, {@code Moderate} or {@code High}; null with the level
     */
    public record Assessment(
            @Nullable String level, @Nullable String confidence) {}

    /**
     * How much a report is about.
     *
     * @param captures captures it draws on
     * @param flows flows in scope
     * @param alerts alerts in scope
     * @param alertsShown those that reach the minimum score
     * @param maxScore the highest score of an alert shown, 0 without one
     * @param patterns patterns by disposition
     */
    public record Counts(int captures, long flows, long alerts, long alertsShown, int maxScore, Patterns patterns) {}

    /**
     * Patterns by disposition.
     *
     * @param benign patterns taken for benign
     * @param suspicious patterns taken for suspicious
     * @param malicious patterns taken for malicious
     */
    public record Patterns(int benign, int suspicious, int malicious) {}

    /**
     * A format the report can be fetched in.
     *
     * @param mediaType its media type, without parameters
     * @param link where it is: a path at the front door, whose address a reader knows from its own settings
     * @param bytes its size
     * @param sha256 lower-case hex of the SHA-256 of its bytes
     */
    public record Format(String mediaType, String link, long bytes, String sha256) {}
}
