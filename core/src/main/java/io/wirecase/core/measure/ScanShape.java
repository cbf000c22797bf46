package io.wirecase.core.measure;

/** How a scan's targets are spread over hosts and ports. */
public enum ScanShape {
    /** Many ports of few hosts. */
    VERTICAL("vertical_scan"),
    /** Few ports of many hosts. */
    HORIZONTAL("horizontal_scan"),
    /** Several ports of several hosts, most of the pairs tried. */
    BLOCK("block_scan"),
    /** Neither. */
    RANDOM("random_scan");

    /** Up to so many hosts or ports are few. */
    private static final int FEW = 3;

    /** The share of the pairs of hosts and ports that makes a block. */
    private static final double DENSE = 0.5;

    private final String code;

    ScanShape(String code) {
        this.code = code;
    }

    /** The code of an alert about it. */
    public String code() {
        return code;
    }

    /**
     * The shape of a set of targets.
     *
     * @param pairs distinct pairs of host and port
     * @param hosts distinct hosts
     * @param ports distinct ports
     */
    public static ScanShape of(int pairs, int hosts, int ports) {
        if (hosts <= FEW && ports > hosts) {
            return VERTICAL;
        }
        if (ports <= FEW) {
            return HORIZONTAL;
        }
        return pairs >= DENSE * hosts * ports ? BLOCK : RANDOM;
    }
}
