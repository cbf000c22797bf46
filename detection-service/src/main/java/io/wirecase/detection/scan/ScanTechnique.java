package io.wirecase.detection.scan;

import java.util.Locale;

/** How a target was probed. Order is part of state. */
public enum ScanTechnique {
    /** A bare SYN, or a handshake that was never completed. */
    SYN,
    /** A SYN as ordinary stacks send it. */
    CONNECT,
    NULL,
    FIN,
    XMAS,
    UDP,
    ICMP;

    /** Its name in alerts. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
