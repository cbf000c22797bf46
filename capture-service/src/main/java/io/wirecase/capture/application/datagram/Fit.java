package io.wirecase.capture.application.datagram;

/** How surely a datagram is of a protocol, by its bytes; a port is a hint that makes a weak likeness a strong one. */
public enum Fit {
    /** It is not. */
    NO(Integer.MAX_VALUE),
    /** It may be, as may others be by chance: no name before three datagrams agree. */
    POSSIBLE(3),
    /** It looks so, though a chance fit is not excluded: a guess, and decoded once two datagrams agree. */
    LIKELY(2),
    /** It is. */
    SURE(1);

    private final int proof;

    Fit(int proof) {
        this.proof = proof;
    }

    /** Datagrams that must agree before the flow is said to be decoded. */
    public int proof() {
        return proof;
    }

    /** Sure on the protocol's own port, else as given. */
    public Fit surerIf(boolean port) {
        return port && this != NO ? SURE : this;
    }

    /** Sure where a condition holds, else not. */
    public static Fit sureIf(boolean holds) {
        return holds ? SURE : NO;
    }

    /** Likely where a condition holds, else not. */
    public static Fit likelyIf(boolean holds) {
        return holds ? LIKELY : NO;
    }
}
