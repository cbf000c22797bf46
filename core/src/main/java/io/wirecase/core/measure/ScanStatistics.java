package io.wirecase.core.measure;

import io.wirecase.core.flow.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers about a host's first contacts: how many targets, how many failed, and how likely a scanner is. What comes in
 * may be in any order; contacts are put in the order of their times first, so the same set gives the same numbers.
 */
public final class ScanStatistics {

    /** A client that knows a host by name uses so many of its ports; the name explains no others. */
    private static final int PORTS_OF_A_NAME = 2;

    private static final Comparator<Contact> BY_TIME = Comparator.comparingLong(Contact::firstNanos)
            .thenComparing(Contact::host)
            .thenComparingInt(Contact::port);

    private ScanStatistics() {}

    /**
     * What a set of contacts amounts to.
     *
     * @param contacts the contacts in the order of their times
     * @param hosts distinct hosts
     * @param ports distinct ports
     * @param failed contacts that failed
     * @param empty contacts answered without payload
     * @param named contacts whose target was known by name
     * @param explained contacts that a known name explains: the first two ports of each named host
     */
    public record Summary(
            List<Contact> contacts, int hosts, int ports, int failed, int empty, int named, int explained) {

        /** Keeps its own copy of the list. */
        public Summary {
            contacts = List.copyOf(contacts);
        }

        /** Distinct pairs of host and port. */
        public int pairs() {
            return contacts.size();
        }

        /** Failed contacts by all contacts, 0 to 1; 0 without contacts. */
        public double failureShare() {
            return share(failed);
        }

        /** Contacts whose target was known by name by all contacts, 0 to 1. */
        public double namedShare() {
            return share(named);
        }

        /** Contacts that a name explains by all contacts, 0 to 1. */
        public double explainedShare() {
            return share(explained);
        }

        /** How the targets are spread. */
        public ScanShape shape() {
            return ScanShape.of(pairs(), hosts, ports);
        }

        private double share(int part) {
            return contacts.isEmpty() ? 0 : (double) part / pairs();
        }
    }

    /**
     * A threshold random walk over first contacts.
     *
     * @param peak the highest log-likelihood ratio it reached
     * @param run the contacts that speak loudest for a scanner: the run of greatest sum
     */
    public record Walk(double peak, Summary run) {}

    /** Counts contacts. */
    public static Summary summary(Collection<Contact> contacts) {
        List<Contact> ordered = contacts.stream().sorted(BY_TIME).toList();
        boolean[] explained = explained(ordered);
        int explainedCount = 0;
        for (boolean one : explained) {
            explainedCount += one ? 1 : 0;
        }
        return summary(ordered, explainedCount);
    }

    /**
     * Walks over contacts in the order of their times. The ratio never falls below the model's floor; the run is found
     * by its greatest sum, so that an hour of browsing before a scan neither hides it nor is counted with it.
     */
    public static Walk walk(Collection<Contact> contacts, WalkModel model) {
        List<Contact> ordered = contacts.stream().sorted(BY_TIME).toList();
        boolean[] explained = explained(ordered);
        double ratio = 0;
        double peak = 0;
        double sum = 0;
        double best = 0;
        int from = 0;
        int bestFrom = 0;
        int bestTo = 0;
        for (int i = 0; i < ordered.size(); i++) {
            double step = model.step(ordered.get(i).outcome()) + (explained[i] ? -model.nameless() : model.nameless());
            ratio = Math.max(model.floor(), ratio + step);
            peak = Math.max(peak, ratio);
            if (sum <= 0) {
                sum = 0;
                from = i;
            }
            sum += step;
            if (sum > best) {
                best = sum;
                bestFrom = from;
                bestTo = i + 1;
            }
        }
        int explainedCount = 0;
        for (int i = bestFrom; i < bestTo; i++) {
            explainedCount += explained[i] ? 1 : 0;
        }
        return new Walk(peak, summary(ordered.subList(bestFrom, bestTo), explainedCount));
    }

    /**
     * How many distinct values there are, from the smallest of their hashes (Bar-Yossef and others 2002). The standard
     * error is about one by the root of the number kept.
     *
     * @param kept how many of the smallest hashes are kept, at least 2
     * @param greatest the greatest of those kept, as an unsigned 64-bit number
     */
    public static long distinct(int kept, long greatest) {
        double position = (greatest >>> 1) / (double) Long.MAX_VALUE;
        return Math.max(kept, Math.round((kept - 1) / position));
    }

    private static boolean[] explained(List<Contact> ordered) {
        Map<IpAddress, Integer> portsOfHost = new HashMap<>();
        boolean[] explained = new boolean[ordered.size()];
        for (int i = 0; i < explained.length; i++) {
            Contact contact = ordered.get(i);
            int nth = portsOfHost.merge(contact.host(), 1, Integer::sum);
            explained[i] = contact.named() && nth <= PORTS_OF_A_NAME;
        }
        return explained;
    }

    private static Summary summary(List<Contact> ordered, int explained) {
        Set<IpAddress> hosts = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        int failed = 0;
        int empty = 0;
        int named = 0;
        for (Contact contact : ordered) {
            hosts.add(contact.host());
            ports.add(contact.port());
            failed += contact.outcome().failed() ? 1 : 0;
            empty += contact.outcome() == Contact.Outcome.EMPTY ? 1 : 0;
            named += contact.named() ? 1 : 0;
        }
        return new Summary(new ArrayList<>(ordered), hosts.size(), ports.size(), failed, empty, named, explained);
    }
}
