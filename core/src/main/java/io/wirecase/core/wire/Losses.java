package io.wirecase.core.wire;

/**
 * What a capture shows of itself that it does not hold. Zero says that nothing of the kind shows, not that nothing was
 * lost: a datagram that is missing leaves no trace. What the recording system says it lost is {@link Accounts#dropped}.
 *
 * @param cutBytes bytes on the wire of decoded packets that were not recorded, as with a snap length
 * @param connections TCP connections, those without an answer included
 * @param oneSided of them, those with packets of one side alone although that side acknowledges what the other sent
 * @param incomplete of the others, those whose sequence and acknowledgement numbers (RFC 9293) prove that packets with
 *     payload or a FIN are missing
 * @param missingBytes payload bytes that those numbers prove and the capture does not hold, of both kinds together; a
 *     FIN that was not seen behind such bytes has a number too and counts as one
 * @param stepsBack packets timed before the packet ahead of them
 * @param farthestStepNanos the largest such step in nanoseconds, 0 without one
 */
public record Losses(
        long cutBytes,
        long connections,
        long oneSided,
        long incomplete,
        long missingBytes,
        long stepsBack,
        long farthestStepNanos) {

    /** Whether anything is known to be missing or out of place. */
    public boolean any() {
        return cutBytes > 0 || oneSided > 0 || incomplete > 0 || stepsBack > 0;
    }
}
