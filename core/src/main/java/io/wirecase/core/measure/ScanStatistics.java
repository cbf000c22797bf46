package io.wirecase.core.measure;

import io.wirecase.core.net.IpAddress;
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
     * @param suspects the contacts of that run but for those that a name explains and that were answered: what the host
     *     did besides
     */
    public record Walk(double peak, Summary run, Summary suspects) {}

    /** Counts contacts. */
    public static Summary summary(Collection<Contact> contacts) {
        return count(marked(contacts));
    }

    /**
     * Walks over contacts in the order of their times. The ratio never falls below the model's floor; the run is found
     * by its greatest sum, so that an hour of browsing before a scan neither hides it nor is counted with it.
     */
    public static Walk walk(Collection<Contact> contacts, WalkModel model) {
        return walk(contacts, model, Double.POSITIVE_INFINITY);
    }

    /**
     * The same where what was learnt fades, so that failures of weeks do not add up to a verdict.
     *
     * @param halfLifeNanos after so long half of a ratio is left, whichever side it is on
     */
    public static Walk walk(Collection<Contact> contacts, WalkModel model, double halfLifeNanos) {
        List<Marked> ordered = marked(contacts);
        double ratio = 0;
        double peak = 0;
        double sum = 0;
        double best = 0;
        int from = 0;
        int bestFrom = 0;
        int bestTo = 0;
        for (int i = 0; i < ordered.size(); i++) {
            double step = ordered.get(i).step(model);
            double left = i == 0 ? 1 : left(ordered.get(i - 1), ordered.get(i), halfLifeNanos);
            ratio = Math.max(model.floor(), ratio * left + step);
            peak = Math.max(peak, ratio);
            sum *= left;
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
        List<Marked> run = ordered.subList(bestFrom, bestTo);
        return new Walk(
                peak, count(run), count(run.stream().filter(Marked::suspect).toList()));
    }

    private static double left(Marked before, Marked now, double halfLifeNanos) {
        return Math.pow(0.5, (now.contact().firstNanos() - before.contact().firstNanos()) / halfLifeNanos);
    }

    /** A contact and whether a known name explains it. */
    private record Marked(Contact contact, boolean explained) {

        double step(WalkModel model) {
            return model.step(contact.outcome()) + (explained ? -model.nameless() : model.nameless());
        }

        boolean suspect() {
            return !explained || contact.outcome() != Contact.Outcome.ANSWERED;
        }
    }

    private static List<Marked> marked(Collection<Contact> contacts) {
        Map<IpAddress, Integer> portsOfHost = new HashMap<>();
        List<Marked> marked = new ArrayList<>(contacts.size());
        for (Contact contact : contacts.stream().sorted(BY_TIME).toList()) {
            int nth = portsOfHost.merge(contact.host(), 1, Integer::sum);
            marked.add(new Marked(contact, contact.named() && nth <= PORTS_OF_A_NAME));
        }
        return marked;
    }

    private static Summary count(List<Marked> ordered) {
        List<Contact> contacts = new ArrayList<>(ordered.size());
        Set<IpAddress> hosts = new HashSet<>();
        Set<Integer> ports = new HashSet<>();
        int failed = 0;
        int empty = 0;
        int named = 0;
        int explained = 0;
        for (Marked one : ordered) {
            Contact contact = one.contact();
            contacts.add(contact);
            hosts.add(contact.host());
            ports.add(contact.port());
            failed += contact.outcome().failed() ? 1 : 0;
            empty += contact.outcome() == Contact.Outcome.EMPTY ? 1 : 0;
            named += contact.named() ? 1 : 0;
            explained += one.explained() ? 1 : 0;
        }
        return new Summary(contacts, hosts.size(), ports.size(), failed, empty, named, explained);
    }
}
