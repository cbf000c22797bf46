package io.wirecase.detection.access;

import io.wirecase.detection.rare.Destination;

/**
 * What one flow took to an entity.
 *
 * @param to the entity
 * @param startNanos when it began
 * @param packets its packets
 * @param sent payload the originator sent
 * @param received payload it received
 */
public record Sent(Destination to, long startNanos, long packets, long sent, long received) {}
