package io.wirecase.report.suppression;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.Suppressed;
import io.wirecase.core.suppression.Rhythm;
import io.wirecase.core.suppression.RuleBook;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.report.input.LeftOut;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Applies rules to alerts as they are read, so that an edited rule acts on what was stored before. When the rules keep
 * time it wants every alert twice: first in the order of time, then in any. Not thread-safe; used once.
 */
public final class Sieve {

    private static final int MOST_ENDS = 100_000;
    /** Alerts out of their interval that are remembered by id. Beyond, rules on the period hide nothing. */
    private static final int MOST_MOVED = 100_000;

    private final Instant now;
    private final Rhythm rhythm = new Rhythm(MOST_ENDS);
    private final Map<UUID, Suppressed> outOfTime = new HashMap<>();
    private final Map<UUID, Count> counts = new TreeMap<>();
    private RuleBook book;
    private long hidden;
    private long trimmed;

    /** A sieve of the rules in force. @param now the time that rules' ends are held against */
    public Sieve(RuleBook book, Instant now) {
        this.book = book.inForce(now);
        this.now = now;
    }

    /** Whether every alert must be shown to {@link #time} first. */
    public boolean keepsTime() {
        return book.keepsTime();
    }

    /** Looks at an alert's time; in the order of time. */
    public void time(EnrichedAlert enriched) {
        Alert alert = enriched.alert();
        book.judge(alert, now, rhythm)
                .filter(mark -> mark.rules().stream()
                        .flatMap(rule -> rule.moved().stream())
                        .anyMatch(moved -> moved.tripwire().equals("period")))
                .ifPresent(mark -> outOfTime.put(alert.id(), mark));
        if (outOfTime.size() > MOST_MOVED) {
            outOfTime.clear();
            book = new RuleBook(book.rules().stream()
                    .filter(rule -> rule.tripwires() == null || rule.tripwires().period() == null)
                    .toList());
        }
    }

    /** The alert as it is to be read, with what rules say of it; empty when they hide it. Counts. */
    public Optional<EnrichedAlert> pass(EnrichedAlert enriched) {
        EnrichedAlert marked = marked(enriched);
        Suppressed mark = marked.suppressed();
        if (mark == null) {
            return Optional.of(marked);
        }
        Alert left = mark.hidden() ? enriched.alert() : RuleBook.left(enriched.alert(), mark);
        boolean whole = left.findings().size() == enriched.alert().findings().size();
        mark.rules().forEach(rule -> count(rule, mark.hidden(), whole));
        if (mark.hidden()) {
            hidden++;
            return Optional.empty();
        }
        trimmed += whole ? 0 : 1;
        return Optional.of(new EnrichedAlert(left, marked.addresses(), marked.exchange(), mark));
    }

    /** The alert whole, with what rules say of it now; what they said when it was enriched is forgotten. */
    public EnrichedAlert marked(EnrichedAlert enriched) {
        Suppressed early = outOfTime.get(enriched.alert().id());
        return enriched.marked(
                early != null
                        ? early
                        : book.judge(enriched.alert(), now, new Rhythm(1)).orElse(null));
    }

    /** Whether there is any rule in force. */
    public boolean any() {
        return !book.rules().isEmpty();
    }

    /** What was left out of all that passed. */
    public LeftOut leftOut() {
        List<LeftOut.ByRule> byRule = counts.values().stream()
                .map(count -> new LeftOut.ByRule(count.rule, count.hidden, count.trimmed, count.moved))
                .toList();
        return new LeftOut(hidden, trimmed, byRule);
    }

    private void count(Suppressed.ByRule by, boolean whollyHidden, boolean whole) {
        Count count = counts.computeIfAbsent(by.rule(), this::counter);
        boolean moved = !by.moved().isEmpty();
        count.moved += moved ? 1 : 0;
        count.hidden += whollyHidden ? 1 : 0;
        count.trimmed += !whollyHidden && !whole && !moved ? 1 : 0;
    }

    private Count counter(UUID id) {
        return new Count(book.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private static final class Count {
        private final Suppression rule;
        private long hidden;
        private long trimmed;
        private long moved;

        Count(Suppression rule) {
            this.rule = rule;
        }
    }
}
