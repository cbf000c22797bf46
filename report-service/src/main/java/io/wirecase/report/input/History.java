package io.wirecase.report.input;

import org.jspecify.annotations.Nullable;

/**
 * How a host and its site used some peers, as far as the store reaches.
 *
 * @param siteFirstNanos the earliest flow stored of the site, or null without any
 * @param siteLastNanos the latest, or null
 * @param pairFirstNanos the earliest flow between the host and the peers, or null
 * @param siteHosts distinct internal hosts of the site with stored flows
 * @param peerHosts how many of them exchanged flows with the peers, the host included
 */
public record History(
        @Nullable Long siteFirstNanos,
        @Nullable Long siteLastNanos,
        @Nullable Long pairFirstNanos,
        int siteHosts,
        int peerHosts) {}
