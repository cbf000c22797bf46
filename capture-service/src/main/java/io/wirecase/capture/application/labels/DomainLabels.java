package io.wirecase.capture.application.labels;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Applications by domain: the longest domain that a host name is, or is below. Looked up for every flow with a name,
 * most of which are in no table, so that a look-up makes no objects: the name is hashed from its end, label by label.
 */
final class DomainLabels {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63}){0,9}");
    /** RFC 1035 section 2.3.4. */
    private static final int MAX_NAME = 253;

    private final String[] domains;
    private final String[] applications;
    private final int mask;

    private DomainLabels(int size) {
        int slots = Integer.highestOneBit(Math.max(1, size)) << 2;
        domains = new String[slots];
        applications = new String[slots];
        mask = slots - 1;
    }

    /**
     * The table of some entries.
     *
     * @throws IllegalArgumentException when one is no domain in lower case or stands there twice
     */
    static DomainLabels of(List<LabelFile.Entry> entries) {
        DomainLabels labels = new DomainLabels(entries.size());
        for (LabelFile.Entry entry : entries) {
            if (!DOMAIN.matcher(entry.value()).matches()) {
                throw entry.bad("is no domain in lower case");
            }
            labels.put(entry);
        }
        return labels;
    }

    private void put(LabelFile.Entry entry) {
        int slot = hash(entry.value()) & mask;
        while (domains[slot] != null) {
            if (domains[slot].equals(entry.value())) {
                throw entry.bad("stands there twice, also for " + applications[slot]);
            }
            slot = slot + 1 & mask;
        }
        domains[slot] = entry.value();
        applications[slot] = entry.application();
    }

    private static int hash(String domain) {
        int hash = 0;
        for (int i = domain.length() - 1; i >= 0; i--) {
            hash = next(hash, domain.charAt(i));
        }
        return spread(hash);
    }

    private static int next(int hash, char c) {
        return hash * 31 + c;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 15;
    }

    /**
     * The application a host name belongs to.
     *
     * @param name of any case, with or without a dot at its end; hostile text finds nothing
     * @return null when it is in no table
     */
    @Nullable
    String find(String name) {
        int end = name.endsWith(".") ? name.length() - 1 : name.length();
        if (end > MAX_NAME) {
            return null;
        }
        String found = null;
        int hash = 0;
        for (int i = end - 1; i >= 0; i--) {
            hash = next(hash, lower(name.charAt(i)));
            if (i == 0 || name.charAt(i - 1) == '.') {
                String application = at(spread(hash), name, i, end);
                found = application == null ? found : application;
            }
        }
        return found;
    }

    private @Nullable String at(int hash, String name, int from, int end) {
        for (int slot = hash & mask; domains[slot] != null; slot = slot + 1 & mask) {
            String domain = domains[slot];
            if (domain.length() == end - from && name.regionMatches(true, from, domain, 0, domain.length())) {
                return applications[slot];
            }
        }
        return null;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
