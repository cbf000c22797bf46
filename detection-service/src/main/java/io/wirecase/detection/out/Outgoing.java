package io.wirecase.detection.out;

import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to a topic.
 *
 * @param partition the partition they must go to, or null where the client may choose
 * @param bytes the record's value
 */
@SuppressWarnings("ArrayRecordComponent") // It carries bytes to a client; nobody compares it.
public record Outgoing(@Nullable Integer partition, byte[] bytes) {}
