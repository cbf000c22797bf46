package io.wirecase.capture.application.dns;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DomainTraffic;
import io.wirecase.core.measure.DomainTally;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.UntrustedText;
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

    /** Bytes that a transaction takes: what tells its name and its answer apart from others. */
    private static final int A_TRANSACTION = 128;

    private final Map<String, DomainTally> domains = new TreeMap<>();
    private int held;

    void asked(UntrustedText name) {
        RegisteredDomain.of(name.raw()).filter(DomainTally::counts).ifPresent(split -> {
            DomainTally tally = domains.get(split.domain());
            if (tally == null) {
                makeRoom();
                tally = new DomainTally();
                domains.put(split.domain(), tally);
            }
            tally.asked(split);
            held += tally.sums().transactions() <= DomainTally.MAX_DISTINCT ? A_TRANSACTION : 0;
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
                .map(domains::remove)
                .ifPresent(gone -> held -= held(gone));
    }

    private static int held(DomainTally tally) {
        return A_TRANSACTION * (int) Math.min(tally.sums().transactions(), DomainTally.MAX_DISTINCT);
    }

    /** Bytes of memory it takes. */
    int held() {
        return held;
    }

    List<DomainTraffic> traffic() {
        List<DomainTraffic> all = new ArrayList<>();
        domains.forEach((domain, tally) -> all.add(tally.traffic(domain)));
        return all;
    }
}
