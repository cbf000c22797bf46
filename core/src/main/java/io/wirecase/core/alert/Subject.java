package io.wirecase.core.alert;

import io.wirecase.core.net.IpAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about.
 *
 * @param type its type
 * @param host the internal host, else the originator: the alert's key
 * @param peer the other end of a flow or conversation, or null for a host
 * @param flow the flow's id, or null unless it is about one flow
 */
public record Subject(
        Type type,
        IpAddress host,
        @Nullable IpAddress peer,
        @Nullable UUID flow) {

    /** The types of subject. */
    public enum Type {
        FLOW,
        HOST,
        CONVERSATION
    }
}
