package io.wirecase.detection.scan;

/**
 * Kinds of contact that are counted apart, since what fails with one says little of another. Order is part of state.
 */
public enum ScanFamily {
    /** TCP connections that begin with a SYN. */
    TCP("tcp"),
    /** TCP packets with flags that open no connection. */
    FLAGS("flags"),
    UDP("udp"),
    /** Echo requests. */
    ICMP("icmp"),
    /** TCP packets as within a connection, of which nothing else was seen. */
    STRAY("stray"),
    /** What TCP connections of several days add up to, where no day alone tells. */
    DAYS("days");

    private final String id;

    ScanFamily(String id) {
        this.id = id;
    }

    /** Its part in ids of alerts. */
    String id() {
        return id;
    }
}
