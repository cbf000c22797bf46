package io.wirecase.local.exam.sheet;

import java.util.Set;
import java.util.TreeSet;

/**
 * An alert that came out, in its last revision, unless it was withdrawn.
 *
 * @param kind its kind, {@code flow} for the risks of one flow
 * @param codes codes of its findings
 * @param score its score
 * @param host its subject
 * @param peer the other end, or empty
 * @param technique how, or empty
 * @param behaviour whether it is about several flows
 * @param recognised whether enrichment found that it is wholly a known benign exchange, and says so beside the score
 */
public record Raised(
        String kind,
        Set<String> codes,
        int score,
        String host,
        String peer,
        String technique,
        boolean behaviour,
        boolean recognised) {

    /** Keeps its own copy. */
    public Raised {
        codes = Set.copyOf(codes);
    }

    /** Its kind where it is a behaviour, else the codes of what was found. */
    public Set<String> names() {
        return behaviour ? Set.of(kind) : new TreeSet<>(codes);
    }

    /** Whether it names one of these addresses. */
    public boolean about(Set<String> addresses) {
        return addresses.contains(host) || !peer.isEmpty() && addresses.contains(peer);
    }
}
