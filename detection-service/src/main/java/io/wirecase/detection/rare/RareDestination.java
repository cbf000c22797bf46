package io.wirecase.detection.rare;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.PlannedDetector;
import io.wirecase.detection.behaviour.StatePlan;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.rare.Contact.Meaning;
import io.wirecase.detection.rare.Contact.Meeting;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A host that was seen for days, and seldom goes new ways, talks to a destination it never talked to before and hardly
 * anybody of its site does. A fact and no accusation. Until enough was seen it says nothing: in a short capture all is
 * new.
 *
 * <p>First contacts of a site meet on one partition: who talks to a destination is judged beside what is known of the
 * host and of the site. Which contacts are first is known where the flows are, by originator. There, too, is known what
 * a host uploaded far beyond what is usual for it; here it is said if hardly anybody knows whom it went to, under the
 * code of the rule that found it.
 */
public final class RareDestination implements PlannedDetector<Told, Acquaintances> {

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

    private static final StatePlan<Acquaintances> PLAN =
            new StatePlan<>(CODE, BUCKET, Acquaintances::new, Acquaintances::of);

    private final RareLimits limits;
    private final Networks networks;
    private final UploadRule rule;

    /**
     * A detector with limits.
     *
     * @param networks tell inside from outside
     * @param rule what uploads amount to
     */
    public RareDestination(RareLimits limits, Networks networks, UploadRule rule) {
        this.limits = limits;
        this.networks = networks;
        this.rule = rule;
    }

    /** The key of what a host uploaded, beside the first contacts of that time. */
    public static BehaviourKey key(BehaviourKey host, Uploads uploads, Duration bucket) {
        long number = Math.floorDiv(uploads.bucket() * bucket.toNanos(), BUCKET.toNanos());
        return new BehaviourKey(host.site(), CODE, SITE, uploads.detail(), number, host.revision());
    }

    @Override
    public StatePlan<Acquaintances> plan() {
        return PLAN;
    }

    /** Nothing: what is a first contact is told by who remembers the host's. */
    @Override
    public List<Digest<Told>> read(Flow flow) {
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
                ? Optional.of(new Contact(
                        Meaning.HOST, flow.originator(), Destination.of(flow).place(), Meeting.of(flow)))
                : Optional.empty();
    }

    /** The times a contact is told in: its own, and the next bucket's where that one looks back on it. */
    public List<Long> times(Contact contact) {
        long nanos = contact.meeting().nanos();
        long later = nanos + LOOK_BACK.toNanos();
        return Math.floorDiv(later, BUCKET.toNanos()) == Math.floorDiv(nanos, BUCKET.toNanos())
                ? List.of(nanos)
                : List.of(nanos, later);
    }

    /** The digest of a contact told for something in the bucket of a time. */
    public Digest<Told> about(Contact contact, long nanos, Meaning meaning) {
        Contact told = contact.as(meaning);
        return new Digest<>(SITE, told.detail(), nanos, told, meaning == Meaning.DESTINATION);
    }

    @Override
    public boolean plausible(Acquaintances state) {
        Uploads uploads = state.uploads();
        return uploads == null
                ? !state.hosts().isEmpty() && state.hosts().size() <= limits.hosts()
                : !uploads.uploads().isEmpty();
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
        if (changed.site().grew()) {
            concerned.addAll(changed.site().destinations().values());
            for (IpAddress host : changed.site().hosts().values()) {
                concerned.addAll(remarkable(beside.apply(Contact.hostDetail(host))));
            }
        }
        Set<String> details = new TreeSet<>(changed.watchers());
        for (long destination : concerned) {
            String detail = Contact.destinationDetail(destination);
            details.add(detail);
            if (changed.many()) {
                // Who does not count any more did count among those who know it.
                details.addAll(beside.apply(detail).watchers());
            }
        }
        return details;
    }

    @Override
    public Set<String> watches(Acquaintances state) {
        Uploads uploads = state.uploads();
        return uploads == null ? Set.of() : uploads.places();
    }

    private List<Long> remarkable(Acquaintances host) {
        return host.destinations().entrySet().stream()
                .filter(met -> remarkable(host, met.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public boolean keeps(Acquaintances state, Flow flow) {
        Uploads uploads = state.uploads();
        if (uploads != null) {
            return uploads.keeps(flow);
        }
        // Of a destination of too many hosts nothing is ever told.
        return state.hosts().size() < Acquaintances.MAX_HOSTS
                && Meeting.of(flow).equals(state.hosts().get(flow.originator()));
    }

    @Override
    public boolean shows(Acquaintances state, BehaviourReading reading, Flow flow) {
        Uploads uploads = state.uploads();
        return uploads == null
                ? flow.originator().equals(reading.subject().host())
                        && flow.span().startNanos() == reading.behaviour().firstNanos()
                : uploads.shows(reading, flow);
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Acquaintances state, Function<String, Acquaintances> beside) {
        return Uploads.at(key.detail()) ? uploaded(state.uploads(), beside) : met(key, state, beside);
    }

    /** The first of a host's uploads that went where hardly anybody goes; else the first, which does not hold. */
    private BehaviourReading uploaded(@Nullable Uploads told, Function<String, Acquaintances> beside) {
        if (told == null || told.uploads().isEmpty()) {
            return rule.reading(false, told == null ? SITE : told.host(), null, null);
        }
        for (Upload upload : told.uploads()) {
            int hosts = Guest.knowing(upload, beside);
            if (hosts <= rule.mostHosts()) {
                return rule.reading(true, told.host(), upload, hosts);
            }
        }
        Upload first = told.uploads().getFirst();
        return rule.reading(false, told.host(), first, Guest.knowing(first, beside));
    }

    private BehaviourReading met(BehaviourKey key, Acquaintances state, Function<String, Acquaintances> beside) {
        Site site = beside.apply(Contact.SITE_DETAIL).site();
        List<Guest> guests = Guest.of(state, beside);
        boolean judged = !guests.isEmpty()
                && guests.size() <= limits.hosts()
                && site.hosts().count() >= limits.siteHosts()
                && site.destinations().count() >= limits.siteDestinations();
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

    /** Whether what is new to a host is worth a word: it was seen for long and, its first day aside, met few others. */
    private boolean remarkable(Acquaintances host, long nanos) {
        return nanos - host.firstNanos() >= limits.learning().toNanos()
                && host.daysBefore(nanos) >= limits.days()
                && host.newWithin(Math.max(host.firstNanos() + DAY, nanos - WEEK), nanos + HOUR)
                        <= limits.newcomers() + 1L;
    }

    private BehaviourReading reading(String name, Guest guest, boolean holds, int hosts, Site site) {
        Meeting first = guest.meeting();
        double known = holds ? (double) (first.nanos() - guest.past().firstNanos()) / DAY : 0;
        Verdict verdict = new Verdict(holds, CODE, Subjects.conversation(networks, guest.host(), first.peer()))
                .points(POINTS, CLIENT_SHARE)
                .says("A destination the host was not seen with before, and that hardly any host of the site talks to")
                .observed(name.isEmpty() ? null : name)
                .limit(limits.hosts() + " hosts, after " + limits.learning().toDays() + " days")
                .measure("hosts", hosts, "hosts", limits.hosts())
                .measure("siteHosts", site.hosts().count(), "hosts", limits.siteHosts())
                .measure("siteDestinations", site.destinations().count(), "destinations", limits.siteDestinations())
                .measure("knownBefore", guest.past().knownBefore(first.nanos()), "destinations", null)
                .measure("seenFor", known, "d", limits.learning().toDays());
        // Its time is the instant they met: that flow alone is shown.
        return verdict.reading(
                new Behaviour(null, first.nanos(), first.nanos(), 1, first.packets(), verdict.measures(), List.of()));
    }
}
