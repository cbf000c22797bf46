package io.wirecase.detection.rare;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.rare.Contact.Meeting;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A host that met a destination.
 *
 * @param host the host
 * @param meeting the first time
 * @param past what is known of the host
 */
record Guest(IpAddress host, Meeting meeting, Acquaintances past) {

    /**
     * Who met a destination, the first one first; none where they are more than are kept. Those with too many
     * destinations do not count: that they go everywhere says nothing of where they go, and of which of their
     * destinations they were told depends on what came first.
     */
    static List<Guest> of(Acquaintances destination, Function<String, Acquaintances> beside) {
        if (destination.hosts().size() >= Acquaintances.MAX_HOSTS) {
            return List.of();
        }
        return destination.hosts().entrySet().stream()
                .map(met -> new Guest(met.getKey(), met.getValue(), beside.apply(Contact.hostDetail(met.getKey()))))
                .filter(guest -> !guest.past().many())
                .sorted(Comparator.comparing(Guest::meeting).thenComparing(Guest::host))
                .toList();
    }

    /** How many hosts know the place that an upload went to; as many as are kept stand for more. */
    static int knowing(Upload upload, Function<String, Acquaintances> beside) {
        long place = Contact.hash(upload.destination().place());
        Acquaintances state = beside.apply(Contact.destinationDetail(place));
        return state.hosts().size() >= Acquaintances.MAX_HOSTS
                ? Acquaintances.MAX_HOSTS
                : of(state, beside).size();
    }
}
