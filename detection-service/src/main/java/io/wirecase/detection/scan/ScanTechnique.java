package io.wirecase.detection.scan;

import java.util.Locale;

/** How a target was probed. Order is part of state. */
public enum ScanTechnique {
    /** A handshake that was begun and never completed; where no port was open, a SYN that no ordinary stack sends. */
    SYN,
    /** A handshake that was completed; where no port was open, a SYN as ordinary stacks send it. */
    CONNECT,
    NULL,
    FIN,
    XMAS,
    UDP,
    ICMP,
    /** An ACK that belongs to no connection: it shows filters, not open ports. */
    ACK,
    /** A FIN with ACK that belongs to no connection; named after Uriel Maimon, who described it in 1996. */
    MAIMON;

    /** Its name in alerts. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
