package io.wirecase.detection.outlier;

import io.wirecase.core.net.IpAddress;

/**
 * What one flow carried.
 *
 * @param group the entity and port it went to, as text
 * @param order the flow's lot: of many flows those with the smallest are kept, a fair sample in any order
 * @param peer its responder
 * @param startNanos its start
 * @param packets its packets
 * @param sent payload bytes sent by the originator
 * @param received payload bytes sent to it
 */
record FlowAmount(String group, long order, IpAddress peer, long startNanos, long packets, long sent, long received) {}
