package io.wirecase.detection.rare;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import io.wirecase.detection.rare.Contact.Meeting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who talks to whom: of a destination its name, the hosts and when each met it first, of a host its destinations and
 * since when, of a site which there are of both, and what a host uploaded far beyond what is usual. A host with very
 * many destinations is known to have them and no more. What changed since it was settled is kept beside it, so that
 * only what depends on that is looked at again. Not thread-safe.
 */
public final class Acquaintances implements JoinedState<Told, Acquaintances> {

    /** A host with more destinations is a proxy, a resolver or a crawler: nothing is rare to it. */
    static final int MAX_DESTINATIONS = 1_024;

    /** One host more than may be few: whether there are more still does not matter. */
    static final int MAX_HOSTS = 9;

    /** More uploads than these to a place that few know are not told apart: one alone is told of. */
    private static final int MAX_WATCHERS = 64;

    private static final int VERSION = 4;
    private static final long DAY = 86_400_000_000_000L;

    private final TreeMap<IpAddress, Meeting> hosts = new TreeMap<>();
    private final TreeMap<Long, Long> destinations = new TreeMap<>();
    private final TreeSet<Long> days = new TreeSet<>();
    private final Site site = new Site();
    private final Set<Long> lost = new HashSet<>();
    private final TreeSet<String> watchers = new TreeSet<>();
    private @Nullable Uploads uploads;
    private String name = "";
    private long firstNanos = Long.MAX_VALUE;
    private long changedNanos = Long.MAX_VALUE;
    private boolean many;

    static Acquaintances of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Acquaintances state = new Acquaintances();
        state.name = in.text();
        for (long left = in.count(); left > 0; left--) {
            IpAddress host = IpAddress.of(in.block());
            state.hosts.put(host, new Meeting(in.bits(), in.count(), IpAddress.of(in.block())));
        }
        for (long left = in.count(); left > 0; left--) {
            state.destinations.put(in.bits(), in.bits());
        }
        state.days.addAll(hashes(in));
        state.site.read(in);
        state.lost.addAll(hashes(in));
        for (long left = in.count(); left > 0; left--) {
            state.watchers.add(in.text());
        }
        state.uploads = in.count() == 0 ? null : Uploads.read(in);
        state.firstNanos = in.bits();
        state.changedNanos = in.bits();
        state.many = in.count() == 1;
        return state;
    }

    private static List<Long> hashes(StateReader in) {
        List<Long> all = new ArrayList<>();
        for (long left = in.count(); left > 0; left--) {
            all.add(in.bits());
        }
        return all;
    }

    private static void hashes(StateWriter out, Collection<Long> all) {
        out.counts(all.size());
        all.forEach(out::bits);
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION).text(name).counts(hosts.size());
        hosts.forEach((host, first) -> out.block(host.bytes())
                .bits(first.nanos())
                .counts(first.packets())
                .block(first.peer().bytes()));
        out.counts(destinations.size());
        destinations.forEach((hash, nanos) -> out.bits(hash).bits(nanos));
        hashes(out, days);
        site.write(out);
        hashes(out, lost);
        out.counts(watchers.size());
        watchers.forEach(out::text);
        out.counts(uploads == null ? 0 : 1);
        if (uploads != null) {
            uploads.write(out);
        }
        return out.bits(firstNanos).bits(changedNanos).counts(many ? 1 : 0).bytes();
    }

    @Override
    public void add(Told told) {
        switch (told) {
            case Contact contact -> add(contact);
            case Uploads latest -> uploads = latest;
        }
    }

    private void add(Contact contact) {
        long nanos = contact.meeting().nanos();
        firstNanos = Math.min(firstNanos, nanos);
        switch (contact.meaning()) {
            case DESTINATION -> {
                name = contact.destination();
                met(contact.host(), contact.meeting());
            }
            case HOST -> {
                days.add(Math.floorDiv(nanos, DAY));
                knows(contact.hash(), nanos);
            }
            case SITE -> site.add(contact);
        }
    }

    @Override
    public void join(Acquaintances other) {
        firstNanos = Math.min(firstNanos, other.firstNanos);
        changedNanos = Math.min(changedNanos, other.firstNanos);
        name = name.isEmpty() ? other.name : name;
        // One partition tells of a host, so that what comes later is what it said later.
        uploads = other.uploads == null ? uploads : other.uploads;
        other.hosts.forEach(this::met);
        days.addAll(other.days);
        if (other.many) {
            tooMany();
        }
        other.destinations.forEach(this::knows);
        site.join(other.site);
    }

    @Override
    public void settled() {
        changedNanos = Long.MAX_VALUE;
        lost.clear();
        if (hosts.size() >= MAX_HOSTS) {
            // They are too many for good.
            watchers.clear();
        }
        site.settled();
    }

    @Override
    public boolean watchedBy(String detail) {
        return hosts.size() < MAX_HOSTS && watchers.size() < MAX_WATCHERS && watchers.add(detail);
    }

    /** The details of the uploads that are judged by how many know a destination. */
    Set<String> watchers() {
        return watchers;
    }

    /** What a host uploaded far beyond what is usual; null where nothing of it was told. */
    @Nullable
    Uploads uploads() {
        return uploads;
    }

    /** Destinations of a host about which its change may tell something else: all not much earlier than that. */
    Set<Long> concerned(long spanNanos) {
        long since = Math.max(changedNanos, Long.MIN_VALUE + spanNanos) - spanNanos;
        Set<Long> concerned = new TreeSet<>(lost);
        destinations.forEach((hash, nanos) -> {
            if (nanos >= since) {
                concerned.add(hash);
            }
        });
        return concerned;
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
        lost.addAll(destinations.keySet());
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

    /** What a destination is called. */
    String name() {
        return name;
    }

    /** The destinations of a host and when it met each first; none when they are too many. */
    Map<Long, Long> destinations() {
        return destinations;
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

    /** The hosts of the site and those they talk to. */
    Site site() {
        return site;
    }
}
