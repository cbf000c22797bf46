package io.wirecase.report.pattern;

import io.wirecase.core.net.IpAddress;
import java.util.Comparator;

/**
 * What makes alerts one pattern.
 *
 * @param site the address space
 * @param host the host it is about: the internal one, else the originator
 * @param role what the host is in these flows
 * @param entity whom it talks to
 * @param behaviour {@link io.wirecase.core.alert.Alert#FLOW} or the behaviour's code
 */
public record PatternKey(String site, IpAddress host, Role role, Entity entity, String behaviour)
        implements Comparable<PatternKey> {

    private static final Comparator<PatternKey> ORDER = Comparator.comparing(PatternKey::host)
            .thenComparing(PatternKey::role)
            .thenComparing(PatternKey::entity)
            .thenComparing(PatternKey::behaviour)
            .thenComparing(PatternKey::site);

    /** What a host is in a flow. */
    public enum Role {
        /** It began: the originator. */
        CLIENT,
        /** It was asked: the responder. */
        SERVER
    }

    /** Whether it stands for a behaviour over many flows. */
    public boolean isBehaviour() {
        return !behaviour.equals(io.wirecase.core.alert.Alert.FLOW);
    }

    @Override
    public int compareTo(PatternKey other) {
        return ORDER.compare(this, other);
    }
}
