package io.wirecase.detection.timing;

import io.wirecase.core.net.IpAddress;

/**
 * One start in a series.
 *
 * @param nanos capture time
 * @param order the flow's lot: of many flows those with the smallest are kept, a fair sample in any
 *     order
 * @param peer its responder
 * @param packets its packets
 * @param sent payload bytes sent by the originator
 * @param named whether the client asked for a name
 */
record Start(long nanos, long order, IpAddress peer, long packets, long sent, boolean named) {}
