package io.wirecase.detection.access;

/**
 * What one flow took to an entity.
 *
 * @param entity the entity in words
 * @param startNanos when it began
 * @param packets its packets
 * @param sent payload the originator sent
 * @param received payload it received
 */
public record Sent(String entity, long startNanos, long packets, long sent, long received) {}
