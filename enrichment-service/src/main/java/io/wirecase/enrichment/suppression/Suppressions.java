package io.wirecase.enrichment.suppression;

import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.suppression.Rhythm;
import io.wirecase.core.suppression.RuleBook;
import io.wirecase.core.suppression.Suppression;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rules as they are now. Thread-safe; marks are made while rules change. */
public final class Suppressions {

    /** Pairs of ends whose last exchange is remembered: some tens of megabytes at most. */
    private static final int MOST_ENDS = 100_000;

    private final InstantSource clock;
    private final Rhythm rhythm = new Rhythm(MOST_ENDS);
    private final Map<UUID, Suppression> rules = new HashMap<>();
    private volatile RuleBook book = RuleBook.EMPTY;

    /** No rules yet. @param clock what rules' ends are held against */
    public Suppressions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes a rule; a revision lower than the one that is known changes nothing.
     *
     * @throws IllegalArgumentException when it cannot be applied; what was known of it stays
     */
    public synchronized void put(Suppression rule) {
        RuleBook alone = new RuleBook(List.of(rule));
        Suppression known = rules.get(rule.id());
        if (known == null || known.revision() <= rule.revision()) {
            alone.rules().forEach(usable -> rules.put(usable.id(), usable));
            book = new RuleBook(rules.values());
        }
    }

    /** Forgets a rule. */
    public synchronized void remove(UUID rule) {
        rules.remove(rule);
        book = new RuleBook(rules.values());
    }

    /** The alert with what the rules in force say of it; itself when none covers any of it. */
    public EnrichedAlert mark(EnrichedAlert enriched) {
        return book.judge(enriched.alert(), clock.instant(), rhythm)
                .map(enriched::marked)
                .orElse(enriched);
    }

    /** How many rules there are. */
    public int size() {
        return book.rules().size();
    }

    /** How many pairs of ends were forgotten for want of room. */
    public long forgotten() {
        return rhythm.forgotten();
    }
}
