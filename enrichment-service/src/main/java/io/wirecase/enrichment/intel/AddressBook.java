package io.wirecase.enrichment.intel;

import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import java.util.Optional;

/** Everything known of an address. Thread-safe. */
public final class AddressBook {
    private final Networks internal;
    private final OwnerTable owners;

    /**
     * A book.
     *
     * @param internal the networks the operator calls internal
     * @param owners who owns the rest
     */
    public AddressBook(Networks internal, OwnerTable owners) {
        this.internal = internal;
        this.owners = owners;
    }

    /** The facts on an address; only external ones have an owner. */
    public AddressFacts facts(IpAddress address) {
        Locality locality = internal.locality(address);
        Optional<NetworkOwner> owner = locality == Locality.EXTERNAL ? owners.owner(address) : Optional.empty();
        return new AddressFacts(address, locality, owner.orElse(null));
    }
}
