package io.wirecase.core.intel;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.net.IpAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what is known of its addresses and of its exchange: the public contract.
 *
 * @param alert the alert as detected
 * @param addresses facts on every address in it, in address order
 * @param exchange the known exchange that its flow matches or nearly matches, or null when none is near
 * @param suppressed what suppression rules say of it, or null when none covers any of it
 */
public record EnrichedAlert(
        Alert alert,
        List<AddressFacts> addresses,
        @Nullable ExchangeMatch exchange,
        @Nullable Suppressed suppressed) {

    /** Keeps its own copy of the list. */
    public EnrichedAlert {
        addresses = List.copyOf(addresses);
    }

    /** An alert that no suppression rule covers. */
    public EnrichedAlert(Alert alert, List<AddressFacts> addresses, @Nullable ExchangeMatch exchange) {
        this(alert, addresses, exchange, null);
    }

    /** The same with what suppression rules say of it, or with null when none covers any of it. */
    public EnrichedAlert marked(@Nullable Suppressed mark) {
        return new EnrichedAlert(alert, addresses, exchange, mark);
    }

    /** The facts on an address, if it has any here. */
    public Optional<AddressFacts> facts(IpAddress address) {
        return addresses.stream().filter(f -> f.address().equals(address)).findFirst();
    }
}
