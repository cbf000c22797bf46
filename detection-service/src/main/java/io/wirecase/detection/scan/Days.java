package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.ScanStatistics;
import io.wirecase.core.measure.ScanStatistics.Summary;
import io.wirecase.core.measure.ScanStatistics.Walk;
import io.wirecase.core.net.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the contacts of several days come to.
 *
 * @param contacts the contacts of the scan, or all where there is none
 * @param peak the random walk's peak, and what an order among the targets adds
 * @param scan whether they make a scan
 */
record Days(Summary contacts, double peak, boolean scan) {

    /** What an orderly walk through ports or addresses adds to the ratio; ours, like the weight of a missing name. */
    private static final double ORDERLY = 1.5;

    /**
     * Judges them. Over days a host does much else, by name and answered, and the walk forgets a probe between two
     * pages. So what is close together is walked alone too: the ports of one host, one port of the hosts of a network.
     *
     * @param scale targets that each contact stands for
     */
    static Days of(List<Contact> contacts, long scale, ScanSettings settings) {
        Days all = walked(contacts, scale, settings);
        if (all.scan()) {
            return all;
        }
        double peak = 0;
        Set<Contact> some = new HashSet<>();
        for (List<Contact> group : together(contacts, settings.minWalkPairs())) {
            Days one = walked(group, scale, settings);
            if (one.scan()) {
                some.addAll(one.contacts().contacts());
                peak = Math.max(peak, one.peak());
            }
        }
        boolean scan = !some.isEmpty();
        return new Days(ScanStatistics.summary(scan ? some : contacts), peak, scan);
    }

    private static Days walked(List<Contact> contacts, long scale, ScanSettings settings) {
        Patience patience = settings.patience();
        Walk walk = ScanStatistics.walk(
                contacts, settings.model(), patience.halfLife().toNanos());
        Summary run = walk.run();
        Summary suspects = walk.suspects();
        Pace pace = new Pace(suspects, scale);
        double peak = walk.peak() + (pace.order().orderly() ? ORDERLY : 0);
        // Many are gone of those a host meets within days; a scanner meets hardly anybody else, and knows no names.
        boolean inVain = suspects.failed() >= settings.minWalkFailures()
                && run.failureShare() >= settings.minFailureShare()
                && run.explainedShare() < settings.maxExplainedShare()
                && !(Peers.are(suspects) && run.failureShare() < settings.minSilentShare());
        boolean byWalk = suspects.pairs() >= settings.minWalkPairs()
                && peak >= settings.model().scanner();
        return new Days(suspects, peak, inVain && (byWalk || pace.crowded(patience.windows())));
    }

    private static List<List<Contact>> together(List<Contact> contacts, int least) {
        List<List<Contact>> groups = new ArrayList<>(many(contacts, Contact::host, least));
        groups.addAll(many(contacts, Days::network, least));
        return groups;
    }

    private static <K> Collection<List<Contact>> many(List<Contact> contacts, Function<Contact, K> by, int least) {
        return contacts.stream().collect(Collectors.groupingBy(by)).values().stream()
                .filter(group -> group.size() >= least)
                .toList();
    }

    /** A port of the network of 256 addresses a host is in. */
    private static Target network(Contact contact) {
        IpAddress host = contact.host();
        return new Target(new IpAddress(host.high(), host.low() & ~0xFFL, host.v4()), contact.port());
    }
}
