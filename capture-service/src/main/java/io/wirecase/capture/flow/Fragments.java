package io.wirecase.capture.flow;

/**
 * What became of IP packets that came in parts. Every part is a packet of the accounts and of a flow, whatever became
 * of the whole.
 *
 * @param whole packets put together
 * @param incomplete packets of which parts were missing when they timed out, their flow ended or they had to make room
 * @param overlapping packets dropped because parts contradicted each other (RFC 5722)
 * @param malformed packets dropped because of parts that no sender makes
 * @param evicted of the incomplete ones, those that had to make room
 */
public record Fragments(long whole, long incomplete, long overlapping, long malformed, long evicted) {

    /** No packet came in parts. */
    public static final Fragments NONE = new Fragments(0, 0, 0, 0, 0);
}
