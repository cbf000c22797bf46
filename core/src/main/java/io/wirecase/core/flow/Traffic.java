package io.wirecase.core.flow;

import org.jspecify.annotations.Nullable;

/**
 * What each side of a flow sent. "Originator" is originator to responder.
 *
 * @param originator what the originator sent
 * @param responder what the responder sent
 * @param fragments what of it came in fragments behind the first of their datagrams, or null when nothing did
 */
public record Traffic(
        Counts originator, Counts responder, @Nullable LaterFragments fragments) {

    /** Traffic without fragments. */
    public Traffic(Counts originator, Counts responder) {
        this(originator, responder, null);
    }

    /** Both sides together. */
    public Counts total() {
        return originator.plus(responder);
    }

    /** The same without fragments behind the first of their datagrams. */
    public Traffic withoutFragments() {
        return fragments == null
                ? this
                : new Traffic(originator.minus(fragments.originator()), responder.minus(fragments.responder()));
    }
}
