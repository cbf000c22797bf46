package io.wirecase.detection.rare;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.intel.Networks;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.SubjectDetector;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.rare.Contact.Meaning;
import io.wirecase.detection.rare.Contact.Meeting;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A host that was seen for days, and seldom goes new ways, talks to a destination it never talked to before and hardly
 * anybody of its site does. A fact and no accusation. Until enough was seen it says nothing: in a short capture all is
 * new.
 *
 * <p>First contacts of a site meet on one partition: who talks to a destination is judged beside what is known of the
 * host and of the site. Which contacts are first is known where the flows are, by originator.
 */
public final class RareDestination implements SubjectDetector<Contact, Acquaintances> {

    /** The code it raises. */
    public static final String CODE = "rare_destination";

    /** What was before a bucket and still counts as known in it. */
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    private static final Duration BUCKET = Duration.ofDays(14);
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final long WEEK = 7 * DAY;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final int POINTS = 10;
    private static final int CLIENT_SHARE = 90;

    /** The subject of all keys: a site's first contacts are few, and meet on one partition. */
    private static final IpAddress SITE = IpAddress.v4(0);

    private final RareLimits limits;
    private final Networks networks;

    /** A detector with limits and the networks that tell inside from outside. */
    public RareDestination(RareLimits limits, Networks networks) {
        this.limits = limits;
        this.networks = networks;
    }

    @Override
    public String kind() {
        return CODE;
    }

    @Override
    public Duration bucket() {
        return BUCKET;
    }

    /** Nothing: what is a first contact is told by who remembers the host's. */
    @Override
    public List<Digest<Contact>> read(Flow flow) {
        return List.of();
    }

    /** The contact that a flow is: a conversation in which both sides said something, from inside to outside. */
    public Optional<Contact> contact(Flow flow) {
        boolean talked = flow.ending().last()
                && flow.traffic().originator().payloadBytes() > 0
                && flow.traffic().responder().payloadBytes() > 0;
        boolean leaves = talked
                && !flow.responder().multicast()
                && !flow.responder().broadcast()
                && networks.internal(flow.originator())
                && !networks.internal(flow.responder());
        return leaves
                ? Optional.of(new Contact(Meaning.HOST, flow.originator(), Destination.of(flow), Meeting.of(flow)))
                : Optional.empty();
    }

    /** The digests of a contact: in its bucket, and in the next where it is within what that one looks back on. */
    public List<Digest<Contact>> digests(Contact contact) {
        long nanos = contact.meeting().nanos();
        long later = nanos + LOOK_BACK.toNanos();
        List<Digest<Contact>> digests = new ArrayList<>();
        digests.add(digest(contact, nanos));
        if (Math.floorDiv(later, BUCKET.toNanos()) != Math.floorDiv(nanos, BUCKET.toNanos())) {
            digests.add(digest(contact, later));
        }
        return digests;
    }

    /** The same digest told for something else. */
    public Digest<Contact> about(Digest<Contact> digest, Meaning meaning) {
        return digest(digest.value().as(meaning), digest.nanos());
    }

    private static Digest<Contact> digest(Contact contact, long nanos) {
        return new Digest<>(SITE, contact.detail(), nanos, contact, contact.meaning() == Meaning.DESTINATION);
    }

    @Override
    public Acquaintances fresh() {
        return new Acquaintances();
    }

    @Override
    public Acquaintances stored(byte[] bytes) {
        return Acquaintances.of(bytes);
    }

    @Override
    public boolean plausible(Acquaintances state) {
        return !state.hosts().isEmpty() && state.hosts().size() <= limits.hosts();
    }

    /** Who meets a destination daily tells of it once: what was told must not go before its bucket does. */
    @Override
    public Duration patience() {
        return BUCKET.plus(LOOK_BACK);
    }

    @Override
    public boolean judgesBeside() {
        return true;
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Acquaintances state) {
        return read(key, state, any -> fresh());
    }

    @Override
    public Set<String> concerned(Acquaintances changed, Function<String, Acquaintances> beside) {
        // What a host meets within the hour after counts as well; of what came before, nothing later tells.
        Set<Long> concerned = changed.concerned(HOUR);
        if (changed.siteGrew()) {
            concerned.addAll(changed.siteDestinations().values());
            for (IpAddress host : changed.siteHosts().values()) {
                concerned.addAll(remarkable(beside.apply(Contact.hostDetail(host))));
            }
        }
        return concerned.stream().map(Contact::destinationDetail).collect(Collectors.toSet());
    }

    private List<Long> remarkable(Acquaintances host) {
        return host.destinations().entrySet().stream()
                .filter(met -> remarkable(host, met.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public boolean keeps(Acquaintances state, Flow flow) {
        return Meeting.of(flow).equals(state.hosts().get(flow.originator()));
    }

    @Override
    public boolean shows(BehaviourReading reading, Flow flow) {
        return flow.originator().equals(reading.subject().host())
                && flow.span().startNanos() == reading.behaviour().firstNanos();
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Acquaintances state, Function<String, Acquaintances> beside) {
        Acquaintances site = beside.apply(Contact.SITE_DETAIL);
        List<Guest> guests = guests(state, beside);
        boolean judged = !guests.isEmpty()
                && guests.size() <= limits.hosts()
                && site.siteHosts().count() >= limits.siteHosts()
                && site.siteDestinations().count() >= limits.siteDestinations();
        long begins = key.bucket() * BUCKET.toNanos();
        Guest nobody = new Guest(SITE, new Meeting(begins, 0, SITE), fresh());
        Guest first = guests.stream()
                .filter(guest -> judged
                        && guest.meeting().nanos() >= begins
                        && remarkable(guest.past(), guest.meeting().nanos()))
                .findFirst()
                .orElse(nobody);
        return reading(state.name(), first, first != nobody, guests.size(), site);
    }

    /** A host that met the destination, and what is known of it. */
    private record Guest(IpAddress host, Meeting meeting, Acquaintances past) {}

    /**
     * Who met a destination, the first one first; none where they are more than are kept. Those with too many
     * destinations do not count: that they go everywhere says nothing of where they go, and of which of their
     * destinations they were told depends on what came first.
     */
    private static List<Guest> guests(Acquaintances state, Function<String, Acquaintances> beside) {
        if (state.hosts().size() >= Acquaintances.MAX_HOSTS) {
            return List.of();
        }
        return state.hosts().entrySet().stream()
                .map(met -> new Guest(met.getKey(), met.getValue(), beside.apply(Contact.hostDetail(met.getKey()))))
                .filter(guest -> !guest.past().many())
                .sorted(Comparator.comparing(Guest::meeting).thenComparing(Guest::host))
                .toList();
    }

    /** Whether what is new to a host is worth a word: it was seen for long and, its first day aside, met few others. */
    private boolean remarkable(Acquaintances host, long nanos) {
        return nanos - host.firstNanos() >= limits.learning().toNanos()
                && host.daysBefore(nanos) >= limits.days()
                && host.newWithin(Math.max(host.firstNanos() + DAY, nanos - WEEK), nanos + HOUR)
                        <= limits.newcomers() + 1L;
    }

    private BehaviourReading reading(String name, Guest guest, boolean holds, int hosts, Acquaintances site) {
        Meeting first = guest.meeting();
        double known = holds ? (double) (first.nanos() - guest.past().firstNanos()) / DAY : 0;
        Verdict verdict = new Verdict(holds, CODE, Subjects.conversation(networks, guest.host(), first.peer()))
                .points(POINTS, CLIENT_SHARE)
                .says("A destination the host was not seen with before, and that hardly any host of the site talks to")
                .observed(name.isEmpty() ? null : name)
                .limit(limits.hosts() + " hosts, after " + limits.learning().toDays() + " days")
                .measure("hosts", hosts, "hosts", limits.hosts())
                .measure("siteHosts", site.siteHosts().count(), "hosts", limits.siteHosts())
                .measure("siteDestinations", site.siteDestinations().count(), "destinations", limits.siteDestinations())
                .measure("knownBefore", guest.past().knownBefore(first.nanos()), "destinations", null)
                .measure("seenFor", known, "d", limits.learning().toDays());
        // Its time is the instant they met: that flow alone is shown.
        return verdict.reading(
                new Behaviour(null, first.nanos(), first.nanos(), 1, first.packets(), verdict.measures(), List.of()));
    }
}
