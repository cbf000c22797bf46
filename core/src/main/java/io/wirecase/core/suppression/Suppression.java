package io.wirecase.core.suppression;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule of what not to show: what the suppressions topic holds, once a rule. Alerts it covers are kept, counted and
 * named; they are only left out of what people read first.
 *
 * @param id the rule's id, and the record's key
 * @param revision from 1; one higher with each change
 * @param match what it covers
 * @param reason why, in its owner's words
 * @param owner who answers for it
 * @param expires when it ends, RFC 3339 in UTC, or null for no end
 * @param created when it was made, RFC 3339 in UTC
 * @param updated when this revision was made, RFC 3339 in UTC
 * @param tripwires what an exchange may not do and stay hidden, or null without any
 */
public record Suppression(
        UUID id,
        int revision,
        Match match,
        String reason,
        String owner,
        @Nullable String expires,
        String created,
        String updated,
        @Nullable Tripwires tripwires) {

    /**
     * What a rule covers: every member that is there must hold.
     *
     * @param source address or network (CIDR) of who began, or null for any
     * @param destination address or network (CIDR) of who was reached, or null for any
     * @param name name asked for, exact, or {@code *.example.org} for that name and all below it; null for any
     * @param application a protocol or application of the flow, ignoring case, or null for any
     * @param port the responder's port, or null for any
     * @param code a finding's code: of an alert with several findings the rule covers that one; null for all
     * @param site the site, or null for any
     * @param sensor the sensor, or null for any
     */
    public record Match(
            @Nullable String source,
            @Nullable String destination,
            @Nullable String name,
            @Nullable String application,
            @Nullable Integer port,
            @Nullable String code,
            @Nullable String site,
            @Nullable String sensor) {}
}
