package io.wirecase.enrichment.engine;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.ExchangeMatch;
import io.wirecase.core.net.IpAddress;
import io.wirecase.enrichment.intel.AddressBook;
import io.wirecase.enrichment.recogniser.Recogniser;
import io.wirecase.platform.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Attaches what is known to an alert, and the one finding that only follows from it. Thread-safe. */
public final class Enricher {
    private final AddressBook addresses;
    private final Supplier<Watchlists> lists;
    private final Recogniser recogniser = new Recogniser();

    /** An enricher that looks addresses up in this book. */
    public Enricher(AddressBook addresses) {
        this(addresses, () -> Watchlists.NONE);
    }

    /** An enricher that knows lists as well, which may change as time goes on. */
    public Enricher(AddressBook addresses, Supplier<Watchlists> lists) {
        this.addresses = addresses;
        this.lists = lists;
    }

    /** The alert with facts on each of its addresses and with the known exchange it is or nearly is. */
    public EnrichedAlert enrich(Alert alert) {
        List<Flow> flows = flows(alert.evidence());
        SortedSet<IpAddress> mentioned = new TreeSet<>();
        mentioned.add(alert.subject().host());
        IpAddress peer = alert.subject().peer();
        if (peer != null) {
            mentioned.add(peer);
        }
        for (Flow flow : flows) {
            mentioned.add(flow.originator());
            mentioned.add(flow.responder());
        }
        List<AddressFacts> facts = mentioned.stream().map(addresses::facts).toList();
        Alert judged = RiskySystem.judge(alert, facts, lists.get());
        return new EnrichedAlert(judged, facts, exchange(flows).orElse(null));
    }

    private static List<Flow> flows(Alert.Evidence evidence) {
        Flow flow = evidence.flow();
        Behaviour behaviour = evidence.behaviour();
        if (flow != null) {
            return List.of(flow);
        }
        return behaviour == null ? List.of() : behaviour.examples();
    }

    /** A behaviour is a known exchange only if every example is; the first that matches worse than whole is shown. */
    private Optional<ExchangeMatch> exchange(List<Flow> flows) {
        List<ExchangeMatch> matches = new ArrayList<>();
        for (Flow flow : flows) {
            Optional<ExchangeMatch> match = recogniser.match(
                    flow, addresses.facts(Recogniser.asked(flow).address()));
            if (match.isEmpty()) {
                return Optional.empty();
            }
            matches.add(match.get());
        }
        return matches.stream()
                .filter(Predicate.not(ExchangeMatch::whole))
                .findFirst()
                .or(() -> matches.stream().findFirst());
    }
}
