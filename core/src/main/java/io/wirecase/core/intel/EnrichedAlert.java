package io.wirecase.core.intel;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.IpAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what is known of its addresses and of its exchange: the public contract.
 *
 * @param alert the alert as detected
 * @param addresses facts on every address in it, in address order
 * @param exchange the known exchange that its flow matches or nearly matches, or null when none is near
 */
public record EnrichedAlert(
        Alert alert, List<AddressFacts> addresses, @Nullable ExchangeMatch exchange) {

    /** Keeps its own copy of the list. */
    public EnrichedAlert {
        addresses = List.copyOf(addresses);
    }

    /** The facts on an address, if it has any here. */
    public Optional<AddressFacts> facts(IpAddress address) {
        return addresses.stream().filter(f -> f.address().equals(address)).findFirst();
    }
}
