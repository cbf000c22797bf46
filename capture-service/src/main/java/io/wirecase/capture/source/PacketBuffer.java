package io.wirecase.capture.source;

/** The one array a file source copies its packets into: headers are then read from plain memory, without a mapping. */
final class PacketBuffer {

    private static final int USUAL = 65_536;

    private byte[] bytes = new byte[USUAL];

    /** Copies a packet's bytes, at most {@link CaptureFile#MAX_PACKET_BYTES}. */
    void fill(MappedFile file, long from, int captured, long original, RawPacket into) {
        int length = Math.min(captured, CaptureFile.MAX_PACKET_BYTES);
        if (length > bytes.length) {
            bytes = new byte[CaptureFile.MAX_PACKET_BYTES];
        }
        file.copy(from, bytes, length);
        into.data(bytes, 0, length, original);
    }
}
