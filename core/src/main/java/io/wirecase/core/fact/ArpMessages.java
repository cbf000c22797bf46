package io.wirecase.core.fact;

/**
 * What one end of an ARP exchange sent, counted. Facts only: every one of them is in order somewhere.
 *
 * @param firstNanos capture time of its first message
 * @param lastNanos capture time of its last message
 * @param requests questions (RFC 826 operation 1), announcements among them
 * @param replies answers (operation 2), announcements among them
 * @param unsolicited answers to another address that had not asked within two seconds before
 * @param gratuitous announcements: sender and target address are the same (RFC 5227, RFC 5944)
 * @param otherSource messages whose link-layer source is not the hardware address they claim
 */
public record ArpMessages(
        long firstNanos, long lastNanos, int requests, int replies, int unsolicited, int gratuitous, int otherSource) {}
