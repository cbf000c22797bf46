package io.wirecase.core.intel;

/**
 * Where a looked-up fact came from.
 *
 * @param name the data set's name
 * @param version its version or build
 * @param asOf the date it describes, ISO 8601
 */
public record DataSource(String name, String version, String asOf) {}
