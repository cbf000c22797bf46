package io.wirecase.detection.tunnel;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DomainTraffic;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.measure.DomainTally;
import io.wirecase.core.measure.DomainTally.Sums;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a flow asked, by registered domain. */
final class NameReader {

    private NameReader() {}

    /** What was asked of each domain; empty where no name was long enough to carry data. */
    static Map<String, NameTalk> read(Flow flow, DnsFacts dns) {
        Map<String, DomainTally> kept = new TreeMap<>();
        dns.transactions().forEach(transaction -> add(kept, transaction));
        List<DomainTraffic> whole = dns.domains();
        Map<String, NameTalk> talks = new TreeMap<>();
        if (whole == null) {
            kept.forEach((domain, tally) -> talks.put(domain, new NameTalk(Seen.of(flow), tally, Variety.NONE)));
        } else {
            whole.forEach(traffic -> talks.put(traffic.domain().raw(), talk(flow, traffic, kept)));
        }
        return talks;
    }

    private static void add(Map<String, DomainTally> kept, DnsFacts.Transaction transaction) {
        UntrustedText name = transaction.name();
        // Most names are shorter than what counts, domain and all: they are not worth a look at the list of suffixes.
        if (name == null || name.raw().length() <= DomainTally.MIN_CHARS + 2) {
            return;
        }
        Optional<RegisteredDomain> split = RegisteredDomain.of(name.raw()).filter(DomainTally::counts);
        split.ifPresent(its -> {
            DomainTally tally = kept.computeIfAbsent(its.domain(), any -> new DomainTally());
            tally.asked(its);
            transaction.answers().forEach(answer -> tally.answered(its, answer));
        });
    }

    /** The sums say how much; of the transactions that are kept it is known which names they had. */
    private static NameTalk talk(Flow flow, DomainTraffic traffic, Map<String, DomainTally> kept) {
        Sums sums = new Sums(
                traffic.transactions(),
                traffic.nameChars(),
                traffic.nameMillibits(),
                traffic.dataAnswers(),
                traffic.dataBytes());
        Variety variety =
                new Variety(traffic.names(), traffic.transactions(), traffic.distinctAnswers(), traffic.dataAnswers());
        DomainTally known = kept.getOrDefault(traffic.domain().raw(), new DomainTally());
        return new NameTalk(Seen.of(flow), new DomainTally(sums, known.names(), known.answers()), variety);
    }
}
