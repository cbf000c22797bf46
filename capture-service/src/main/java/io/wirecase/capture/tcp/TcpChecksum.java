package io.wirecase.capture.tcp;

import io.wirecase.capture.packet.DecodedPacket;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The checksum of TCP segments (RFC 9293, RFC 1071). */
final class TcpChecksum {

    private static final int TCP_HEADER = 20;
    private static final int TCP = 6;
    private static final long LOW_32 = 0xFFFF_FFFFL;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private TcpChecksum() {}

    /** Whether a segment that was recorded whole contradicts its checksum. */
    static boolean bad(DecodedPacket p) {
        int from = p.optionsAt() - TCP_HEADER;
        long length = p.payloadAt() - from + p.payloadBytes();
        if (p.payloadCaptured() < p.payloadBytes()) {
            return false;
        }
        long sum = TCP + length;
        sum += halves(p.sourceHigh()) + halves(p.sourceLow());
        sum += halves(p.destinationHigh()) + halves(p.destinationLow());
        sum += of(p.bytes(), from, from + (int) length);
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return sum != 0xFFFF;
    }

    private static long of(byte[] bytes, int from, int to) {
        long sum = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            sum += halves((long) LONGS.get(bytes, at));
        }
        for (int shift = Byte.SIZE; at < to; at++, shift = Byte.SIZE - shift) {
            sum += (bytes[at] & 0xFFL) << shift;
        }
        return sum;
    }

    private static long halves(long value) {
        return (value >>> Integer.SIZE) + (value & LOW_32);
    }
}
