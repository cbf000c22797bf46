package io.wirecase.core.intel;

import org.jspecify.annotations.Nullable;

/**
 * Who announces an address, by a data file. Ownership moves no verdict by itself.
 *
 * @param asn the autonomous system number, or null when not listed
 * @param organization the organisation's name as listed, or null
 * @param country ISO 3166-1 alpha-2 code as listed, or null
 * @param prefix the prefix the file lists, CIDR, or null
 * @param source the data file
 */
public record NetworkOwner(
        @Nullable Long asn,
        @Nullable String organization,
        @Nullable String country,
        @Nullable String prefix,
        DataSource source) {}
