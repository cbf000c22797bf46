package io.wirecase.report.wording;

import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.net.IpAddress;
import io.wirecase.report.assessment.PatternCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The organisations behind the other ends of the patterns. */
public final class Owners {

    private Owners() {}

    /** By name of the organisation; addresses nobody listed announces are left out. */
    public static List<Owner> of(List<PatternCase> cases) {
        SortedMap<String, SortedMap<IpAddress, NetworkOwner>> byName = new TreeMap<>();
        for (PatternCase c : cases) {
            for (IpAddress peer : c.pattern().peers()) {
                AddressFacts facts = c.pattern().addresses().get(peer);
                NetworkOwner owner = facts == null ? null : facts.owner();
                if (owner != null && owner.organization() != null) {
                    byName.computeIfAbsent(owner.organization(), k -> new TreeMap<>())
                            .put(peer, owner);
                }
            }
        }
        List<Owner> owners = new ArrayList<>();
        byName.forEach((name, addresses) -> owners.add(new Owner(
                name,
                addresses,
                cases.stream()
                        .filter(c -> c.pattern().peers().stream().anyMatch(addresses::containsKey))
                        .toList())));
        return owners;
    }

    /**
     * An organisation.
     *
     * @param name as listed
     * @param addresses its addresses in the patterns
     * @param cases the patterns they are in
     */
    public record Owner(String name, SortedMap<IpAddress, NetworkOwner> addresses, List<PatternCase> cases) {

        /** The data about its lowest address. */
        public NetworkOwner first() {
            return addresses.firstEntry().getValue();
        }

        /** Its prefixes, in text order. */
        public List<String> prefixes() {
            return addresses.values().stream()
                    .map(NetworkOwner::prefix)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** The gravest of its patterns. */
        public PatternCase gravest() {
            return cases.stream()
                    .min(Comparator.comparingInt(PatternCase::number))
                    .orElseThrow();
        }
    }
}
