package io.wirecase.detection.in;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.detection.behaviour.BehaviourEntry;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.rare.Acquaintances;
import io.wirecase.detection.rare.Contact;
import io.wirecase.detection.rare.Contact.Meaning;
import io.wirecase.detection.rare.RareDestination;
import io.wirecase.detection.rare.Told;
import io.wirecase.detection.store.BehaviourStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers of each originator whom it talked to, so that only first contacts travel to where those of its site meet. A
 * contact that was seen a moment ago costs no look at the state.
 */
final class ContactFold {

    private static final int MOST_REMEMBERED = 8_192;
    private static final long DAY = 86_400_000_000_000L;

    private final RareDestination detector;
    private final BehaviourStore store;
    private final KindGather<Told, Acquaintances> told;
    private final Map<BehaviourKey, List<Waiting>> waiting = new LinkedHashMap<>();
    private final Map<Lately, Long> lately = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Lately, Long> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param told takes the contacts that are first */
    ContactFold(RareDestination detector, BehaviourStore store, KindGather<Told, Acquaintances> told) {
        this.detector = detector;
        this.store = store;
        this.told = told;
    }

    /** A contact, the time whose bucket it is told in, and the flow it was read from. */
    private record Waiting(Contact contact, long nanos, Flow flow) {}

    /** A contact of a day, as far as it tells it from others. */
    private record Lately(String site, int revision, IpAddress host, long destination, long day) {}

    /** What a flow tells, to be kept once all detectors have read it. */
    Runnable read(Flow flow) {
        Optional<Contact> contact = detector.contact(flow);
        if (contact.isEmpty()) {
            return BehaviourFold.NOTHING;
        }
        Contact found = contact.get();
        long nanos = found.meeting().nanos();
        Lately seen = new Lately(
                flow.origin().site(),
                BehaviourKey.counted(flow.origin()),
                found.host(),
                found.hash(),
                Math.floorDiv(nanos, DAY));
        Long before = lately.get(seen);
        if (before != null && before < nanos) {
            return BehaviourFold.NOTHING;
        }
        return () -> {
            lately.put(seen, nanos);
            detector.times(found).forEach(time -> keep(new Waiting(found, time, flow)));
        };
    }

    private void keep(Waiting one) {
        Digest<Told> digest = detector.about(one.contact(), one.nanos(), Meaning.HOST);
        BehaviourKey key = BehaviourKey.of(one.flow().origin(), detector.kind(), digest, detector.bucket());
        waiting.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
    }

    /** Forgets what was read and not folded. */
    void clear() {
        waiting.clear();
    }

    /** Forgets what was seen lately: the state was taken back, and what comes again has to be told again. */
    void forget() {
        lately.clear();
    }

    /** Folds what was read since, and tells what is new. */
    void fold(FlowBlock block, long arrivalMillis) {
        waiting.forEach((key, contacts) -> fold(key, contacts, block, arrivalMillis));
        waiting.clear();
    }

    private void fold(BehaviourKey key, List<Waiting> contacts, FlowBlock block, long arrivalMillis) {
        BehaviourEntry entry = store.find(key);
        Acquaintances known = known(entry);
        boolean changed = false;
        contacts.sort(Comparator.comparing(one -> one.contact().meeting()));
        for (Waiting one : contacts) {
            Contact contact = one.contact();
            if (known.news(contact)) {
                tell(one, known.earliest(contact));
                known.add(contact);
                changed = true;
            }
        }
        if (changed) {
            // What depends on it is judged elsewhere.
            known.settled();
            entry.touchedBy(block.captureId());
            entry.state(known.bytes());
            store.put(key, entry, arrivalMillis + detector.patience().toMillis(), null);
        }
    }

    private Acquaintances known(BehaviourEntry entry) {
        byte[] stored = entry.state();
        try {
            return stored.length == 0 ? detector.fresh() : detector.stored(stored);
        } catch (IllegalArgumentException otherVersion) {
            // Telling again what was told does no harm; not going on would lose every flow.
            return detector.fresh();
        }
    }

    private void tell(Waiting one, boolean first) {
        tell(one, Meaning.HOST);
        if (first) {
            tell(one, Meaning.DESTINATION);
            tell(one, Meaning.SITE);
        }
    }

    private void tell(Waiting one, Meaning meaning) {
        told.keep(detector.about(one.contact(), one.nanos(), meaning), one.flow());
    }
}
