package io.wirecase.core.net;

/** One of the two sides of a flow. */
public enum Party {
    ORIGINATOR,
    RESPONDER;

    /** The other side. */
    public Party other() {
        return this == ORIGINATOR ? RESPONDER : ORIGINATOR;
    }
}
