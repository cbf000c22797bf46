package io.wirecase.capture.application.dns;

import io.wirecase.core.flow.DnsFacts;
import io.wirecase.core.flow.DomainTraffic;
import io.wirecase.core.flow.RegisteredDomain;
import io.wirecase.core.flow.UntrustedText;
import io.wirecase.core.measure.DomainTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums up by registered domain what a flow with more transactions than are kept asked and got, as far as its names
 * are long enough to carry data. When there is no room
 * for another domain, the one with the fewest transactions is given up: what carries much stays.
 */
final class DomainBook {

    private final Map<String, DomainTally> domains = new TreeMap<>();

    void asked(UntrustedText name) {
        RegisteredDomain.of(name.raw()).filter(DomainTally::counts).ifPresent(split -> {
            DomainTally tally = domains.get(split.domain());
            if (tally == null) {
                makeRoom();
                tally = new DomainTally();
                domains.put(split.domain(), tally);
            }
            tally.asked(split);
        });
    }

    void answered(UntrustedText name, List<DnsFacts.Answer> answers) {
        RegisteredDomain.of(name.raw()).filter(DomainTally::counts).ifPresent(split -> {
            DomainTally tally = domains.get(split.domain());
            if (tally != null) {
                answers.forEach(answer -> tally.answered(split, answer));
            }
        });
    }

    private void makeRoom() {
        if (domains.size() < DnsFacts.MAX_DOMAINS) {
            return;
        }
        domains.entrySet().stream()
                .min(Comparator.comparingLong(one -> one.getValue().sums().transactions()))
                .map(Map.Entry::getKey)
                .ifPresent(domains::remove);
    }

    List<DomainTraffic> traffic() {
        List<DomainTraffic> all = new ArrayList<>();
        domains.forEach((domain, tally) -> all.add(tally.traffic(domain)));
        return all;
    }
}
