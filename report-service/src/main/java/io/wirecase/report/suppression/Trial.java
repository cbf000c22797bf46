package io.wirecase.report.suppression;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.Suppressed;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.suppression.Rhythm;
import io.wirecase.core.suppression.RuleBook;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.suppression.Usual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a rule would do to stored alerts, taken in the order of time. Not thread-safe. */
public final class Trial {

    /** The most alerts shown of each kind. */
    public static final int MOST_SHOWN = 20;

    private static final int MOST_ENDS = 100_000;
    private static final int MOST_HOSTS = 10_000;

    private final RuleBook book;
    private final Instant now;
    private final Rhythm rhythm = new Rhythm(MOST_ENDS);
    private final Usual usual = new Usual();
    private final Set<IpAddress> hosts = new HashSet<>();
    private final SortedMap<String, Long> codes = new TreeMap<>();
    private final List<Shown> hiddenFirst = new ArrayList<>();
    private final List<Shown> movedFirst = new ArrayList<>();
    private long seen;
    private long hidden;
    private long trimmed;
    private long moved;

    /** A trial of a rule. */
    public Trial(Suppression rule, Instant now) {
        this.book = new RuleBook(List.of(rule));
        this.now = now;
    }

    /**
     * An alert that the rule covers.
     *
     * @param alert the alert
     * @param moved the rule's tripwires that it moved
     */
    public record Shown(Alert alert, List<Suppressed.Moved> moved) {

        /** Keeps its own copy of the list. */
        public Shown {
            moved = List.copyOf(moved);
        }
    }

    /** Takes an alert. */
    public void add(EnrichedAlert enriched) {
        seen++;
        Alert alert = enriched.alert();
        book.judge(alert, now, rhythm).ifPresent(mark -> covered(alert, mark));
    }

    private void covered(Alert alert, Suppressed mark) {
        Suppressed.ByRule by = mark.rules().getFirst();
        usual.add(alert);
        Shown shown = new Shown(alert, by.moved());
        if (!by.moved().isEmpty()) {
            moved++;
            keep(movedFirst, shown);
            return;
        }
        keep(hiddenFirst, shown);
        hidden += mark.hidden() ? 1 : 0;
        trimmed += mark.hidden() ? 0 : 1;
        if (hosts.size() < MOST_HOSTS) {
            hosts.add(alert.subject().host());
        }
        alert.findings().stream()
                .map(Finding::code)
                .distinct()
                .filter(by.codes()::contains)
                .forEach(code -> codes.merge(code, 1L, Long::sum));
    }

    private static void keep(List<Shown> list, Shown one) {
        if (list.size() < MOST_SHOWN) {
            list.add(one);
        }
    }

    /** Alerts taken. */
    public long seen() {
        return seen;
    }

    /** Of them, those the rule would hide whole. */
    public long hidden() {
        return hidden;
    }

    /** Those it would take findings out of. */
    public long trimmed() {
        return trimmed;
    }

    /** Those it covers that move its tripwires. */
    public long moved() {
        return moved;
    }

    /** Distinct hosts of what it would hide, counted up to ten thousand. */
    public int hosts() {
        return hosts.size();
    }

    /** Alerts by code of what it would hide. */
    public SortedMap<String, Long> codes() {
        return codes;
    }

    /** The first that it would hide, in the order of time. */
    public List<Shown> hiddenFirst() {
        return hiddenFirst;
    }

    /** The first that move its tripwires. */
    public List<Shown> movedFirst() {
        return movedFirst;
    }

    /** What the alerts it covers have in common. */
    public Usual usual() {
        return usual;
    }
}
