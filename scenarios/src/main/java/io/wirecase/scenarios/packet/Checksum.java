package io.wirecase.scenarios.packet;

/** The Internet checksum of RFC 1071. */
public final class Checksum {
    private Checksum() {}

    /** The ones' complement sum over all parts in turn; only the last part may have an odd length. */
    public static int of(byte[]... parts) {
        long sum = 0;
        for (byte[] part : parts) {
            for (int i = 0; i < part.length; i += 2) {
                int low = i + 1 < part.length ? part[i + 1] & 0xff : 0;
                sum += ((part[i] & 0xff) << 8) | low;
            }
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) (~sum & 0xffff);
    }
}
