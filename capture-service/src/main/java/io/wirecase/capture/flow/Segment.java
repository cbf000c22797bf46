package io.wirecase.capture.flow;

/**
 * TCP payload as it was in one packet.
 *
 * @param bytes the array it is in
 * @param offset where it begins
 * @param captured bytes that are there
 * @param length bytes there were on the wire, at least as many
 * @param timeNanos capture time of the packet
 * @param packet the packet's number
 */
record Segment(byte[] bytes, int offset, int captured, long length, long timeNanos, long packet) {

    /** The part from one byte of it to another. */
    Segment part(long from, long to) {
        int start = (int) Math.min(from, captured);
        int stop = (int) Math.min(to, captured);
        return new Segment(bytes, offset + start, stop - start, to - from, timeNanos, packet);
    }

    /** One with bytes of its own. */
    Segment kept() {
        return new Segment(
                java.util.Arrays.copyOfRange(bytes, offset, offset + captured), 0, captured, length, timeNanos, packet);
    }
}
