package io.wirecase.detection.scan;

import io.wirecase.core.measure.ScanStatistics.Summary;

/** Programs among equals, which find each other by trying. */
final class Peers {

    /** The share of different ports by which equals are told. */
    private static final double PORTS = 0.8;

    /** Below this a port belongs to a service. */
    private static final int FIRST_CLIENT_PORT = 1_024;

    private Peers() {}

    /**
     * One port of each host, and nearly every host's another one, none of a service: programs among equals find each
     * other so, and half of those they look for are gone. A scanner finds hardly anybody.
     */
    static boolean are(Summary suspects) {
        return suspects.hosts() == suspects.pairs()
                && suspects.ports() >= PORTS * suspects.pairs()
                && suspects.contacts().stream().allMatch(contact -> contact.port() >= FIRST_CLIENT_PORT);
    }
}
