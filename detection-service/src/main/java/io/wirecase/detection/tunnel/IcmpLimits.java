package io.wirecase.detection.tunnel;

/**
 * When echo messages are a tunnel.
 *
 * @param minUnequal replies with other data than their requests: a handful is a device that answers wrongly
 * @param minUnequalShare their share of all replies; the host's own echo may answer beside the tunnel's
 * @param usualBytes data bytes that ordinary echo requests do not exceed: programs send 32 or 56, some up to 64
 * @param minEntropy bits a byte of what was sent back: text has four to five, packed data nearly eight, fillings of one
 *     byte none
 * @param minRenewed messages whose data are new throughout, where replies are true copies
 * @param minRenewedShare their share of all messages compared
 * @param minBytes data bytes of those, where replies are true copies: a file, not a test
 */
record IcmpLimits(
        int minUnequal,
        double minUnequalShare,
        int usualBytes,
        double minEntropy,
        int minRenewed,
        double minRenewedShare,
        long minBytes) {

    static final IcmpLimits DEFAULT = new IcmpLimits(10, 0.2, 64, 3.5, 100, 0.5, 64 << 10);
}
