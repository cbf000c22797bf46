package io.wirecase.core.intel;

/** Where an address is, seen from the configured networks. */
public enum Locality {
    /** In a configured internal network. */
    INTERNAL,
    /** Anywhere else that can be routed. */
    EXTERNAL,
    MULTICAST,
    BROADCAST,
    LINK_LOCAL,
    LOOPBACK,
    /** 0.0.0.0 or ::. */
    UNSPECIFIED
}
