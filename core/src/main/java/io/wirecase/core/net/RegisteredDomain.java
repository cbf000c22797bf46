package io.wirecase.core.net;

import com.google.common.net.InternetDomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a name that somebody registered, by the public suffix list (publicsuffix.org), its private part
 * included: below a host of user content each user is apart.
 *
 * @param domain the registered domain, in lower case, or {@link #NOWHERE}
 * @param left what stands left of it, in lower case, labels joined by dots; empty for the domain itself
 */
public record RegisteredDomain(String domain, String left) {

    /** Stands for all names that end in no possible top level, which has letters alone (RFC 3696 section 2). */
    public static final String NOWHERE = ".";

    /** Zones that nobody can register below: reverse lookups and the names of the link (RFC 6761, RFC 6762). */
    private static final Set<String> NOT_DELEGATED = Set.of("arpa", "local", "localhost", "invalid");

    /** More labels than any public suffix has, with the one before it. */
    private static final int LABELS_LOOKED_AT = 6;

    private static final int LONGEST_LABEL = 63;

    /**
     * Splits a name as DNS messages hold it: a dot inside a label is escaped by a backslash, bytes are chars.
     *
     * @return empty for public suffixes themselves, for single labels and for zones that nobody can register in. A top
     *     level the list does not know counts as a suffix, which is the list's own rule; below what can be no top level
     *     everything is one
     */
    public static Optional<RegisteredDomain> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String whole = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        List<String> labels = lastLabels(whole);
        if (labels.size() < 2 || NOT_DELEGATED.contains(labels.getLast())) {
            return Optional.empty();
        }
        if (!topLevel(labels.getLast())) {
            return Optional.of(new RegisteredDomain(NOWHERE, whole));
        }
        String known = String.join(".", labels);
        if (!InternetDomainName.isValid(known)) {
            return Optional.empty();
        }
        InternetDomainName parsed = InternetDomainName.from(known);
        if (parsed.isPublicSuffix()) {
            return Optional.empty();
        }
        String domain = parsed.isUnderPublicSuffix()
                ? parsed.topPrivateDomain().toString()
                : String.join(".", labels.subList(labels.size() - 2, labels.size()));
        int left = whole.length() - domain.length() - 1;
        return Optional.of(new RegisteredDomain(domain, left < 1 ? "" : whole.substring(0, left)));
    }

    private static boolean topLevel(String label) {
        return label.startsWith("xn--") || label.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** The last labels that are written as host names are; data in front of them may be any bytes. */
    private static List<String> lastLabels(String name) {
        List<String> labels = new ArrayList<>();
        int end = name.length();
        while (end > 0 && labels.size() < LABELS_LOOKED_AT) {
            int dot = name.lastIndexOf('.', end - 1);
            String label = name.substring(dot + 1, end);
            if (!plain(label)) {
                break;
            }
            labels.addFirst(label);
            end = dot;
        }
        return labels;
    }

    private static boolean plain(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && label.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_')
                && !label.startsWith("-")
                && !label.endsWith("-");
    }
}
