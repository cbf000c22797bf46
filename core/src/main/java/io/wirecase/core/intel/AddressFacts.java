package io.wirecase.core.intel;

import io.wirecase.core.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one address.
 *
 * @param address the address
 * @param locality where it is
 * @param owner who announces it, or null for addresses that nobody announces or that are not listed
 */
public record AddressFacts(
        IpAddress address, Locality locality, @Nullable NetworkOwner owner) {}
