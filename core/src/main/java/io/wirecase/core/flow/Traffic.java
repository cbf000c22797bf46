package io.wirecase.core.flow;

/**
 * What each side of a flow sent. "Originator" is originator to responder.
 *
 * @param originator what the originator sent
 * @param responder what the responder sent
 */
public record Traffic(Counts originator, Counts responder) {

    /** Both sides together. */
    public Counts total() {
        return originator.plus(responder);
    }
}
