package io.wirecase.detection.rare;

import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.measure.DistinctSample;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import io.wirecase.detection.rare.Contact.Meeting;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who talks to whom: of a destination the hosts and when each met it first, of a host its destinations and since when,
 * of a site how many there are of both. A host with very many destinations is known to have them and no more. Not
 * thread-safe.
 */
public final class Acquaintances implements JoinedState<Contact, Acquaintances> {

    /** A host with more destinations is a proxy, a resolver or a crawler: nothing is rare to it. */
    static final int MAX_DESTINATIONS = 1_024;

    /** One host more than may be few: whether there are more still does not matter. */
    static final int MAX_HOSTS = 9;

    /** Up to so many hosts and destinations of a site are counted, and "so many" stands for more. */
    static final int SAMPLED = 64;

    private static final int VERSION = 2;
    private static final long DAY = 86_400_000_000_000L;

    private final TreeMap<IpAddress, Meeting> hosts = new TreeMap<>();
    private final TreeMap<Long, Long> destinations = new TreeMap<>();
    private final TreeSet<Long> days = new TreeSet<>();
    private final DistinctSample siteHosts = new DistinctSample(SAMPLED);
    private final DistinctSample siteDestinations = new DistinctSample(SAMPLED);
    private long firstNanos = Long.MAX_VALUE;
    private long changedNanos = Long.MAX_VALUE;
    private boolean many;

    static Acquaintances of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Acquaintances state = new Acquaintances();
        for (long left = in.count(); left > 0; left--) {
            IpAddress host = IpAddress.of(in.block());
            state.hosts.put(host, new Meeting(in.bits(), in.count(), IpAddress.of(in.block())));
        }
        for (long left = in.count(); left > 0; left--) {
            state.destinations.put(in.bits(), in.bits());
        }
        for (long left = in.count(); left > 0; left--) {
            state.days.add(in.bits());
        }
        state.siteHosts.addAll(in.sample(SAMPLED));
        state.siteDestinations.addAll(in.sample(SAMPLED));
        state.firstNanos = in.bits();
        state.changedNanos = in.bits();
        state.many = in.count() == 1;
        return state;
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION).counts(hosts.size());
        hosts.forEach((host, first) -> out.block(host.bytes())
                .bits(first.nanos())
                .counts(first.packets())
                .block(first.peer().bytes()));
        out.counts(destinations.size());
        destinations.forEach((hash, nanos) -> out.bits(hash).bits(nanos));
        out.counts(days.size());
        days.forEach(out::bits);
        return out.sample(siteHosts)
                .sample(siteDestinations)
                .bits(firstNanos)
                .bits(changedNanos)
                .counts(many ? 1 : 0)
                .bytes();
    }

    @Override
    public void add(Contact contact) {
        long nanos = contact.meeting().nanos();
        firstNanos = Math.min(firstNanos, nanos);
        switch (contact.meaning()) {
            case DESTINATION -> met(contact.host(), contact.meeting());
            case HOST -> {
                days.add(Math.floorDiv(nanos, DAY));
                knows(contact.hash(), nanos);
            }
            case SITE -> {
                siteHosts.add(contact.host().toString());
                siteDestinations.add(contact.hash());
            }
        }
    }

    @Override
    public void join(Acquaintances other) {
        boolean wereMany = many;
        long before = siteHosts() + siteDestinations();
        firstNanos = Math.min(firstNanos, other.firstNanos);
        other.hosts.forEach(this::met);
        days.addAll(other.days);
        if (other.many) {
            tooMany();
        }
        other.destinations.forEach(this::knows);
        siteHosts.addAll(other.siteHosts);
        siteDestinations.addAll(other.siteDestinations);
        boolean anyTime = many != wereMany || siteHosts() + siteDestinations() != before;
        changedNanos = anyTime ? Long.MIN_VALUE : Math.min(changedNanos, other.firstNanos);
    }

    @Override
    public void settled() {
        changedNanos = Long.MAX_VALUE;
    }

    /** From when on what it is judged beside may be judged otherwise than when it was settled last. */
    long changedNanos() {
        return changedNanos;
    }

    private void met(IpAddress host, Meeting meeting) {
        hosts.merge(host, meeting, (one, two) -> one.compareTo(two) <= 0 ? one : two);
        if (hosts.size() > MAX_HOSTS) {
            hosts.pollLastEntry();
        }
    }

    private void knows(long destination, long nanos) {
        if (!many) {
            destinations.merge(destination, nanos, Math::min);
            if (destinations.size() > MAX_DESTINATIONS) {
                tooMany();
            }
        }
    }

    private void tooMany() {
        many = true;
        destinations.clear();
    }

    /**
     * Whether a contact of the host tells anything that is not known: another destination, a time not later, a day. Of
     * a host of too many destinations only since when it was seen is told.
     */
    public boolean news(Contact contact) {
        long nanos = contact.meeting().nanos();
        return nanos < firstNanos || !many && (earliest(contact) || !days.contains(Math.floorDiv(nanos, DAY)));
    }

    /** Whether a contact of the host is with another destination than those known, or none of that is earlier. */
    public boolean earliest(Contact contact) {
        // Of several at one time, as captures that overlap have them, which comes first must not decide.
        Long known = destinations.get(contact.hash());
        return known == null || contact.meeting().nanos() <= known;
    }

    /** The hosts that talk to a destination and when each met it first; not all when they are many. */
    Map<IpAddress, Meeting> hosts() {
        return hosts;
    }

    /** Whether a host has too many destinations for one to be remarkable. */
    boolean many() {
        return many;
    }

    /** When the first contact was; the greatest number before any. */
    long firstNanos() {
        return firstNanos;
    }

    /** Different days (UTC) with contacts before the day of a time. */
    int daysBefore(long nanos) {
        return days.headSet(Math.floorDiv(nanos, DAY)).size();
    }

    /** Destinations of a host that it met first within a time, both ends included. */
    long newWithin(long fromNanos, long toNanos) {
        return destinations.values().stream()
                .filter(first -> first >= fromNanos && first <= toNanos)
                .count();
    }

    /** Destinations of a host that it had met before a time. */
    long knownBefore(long nanos) {
        return destinations.values().stream().filter(first -> first < nanos).count();
    }

    /** Hosts of the site that talk to somebody; at most {@link #SAMPLED}. */
    long siteHosts() {
        return counted(siteHosts);
    }

    /** Destinations of the site; at most {@link #SAMPLED}. */
    long siteDestinations() {
        return counted(siteDestinations);
    }

    private static long counted(DistinctSample sample) {
        return sample.level() == 0 ? sample.count() : SAMPLED;
    }
}
