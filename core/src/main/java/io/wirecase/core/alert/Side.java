package io.wirecase.core.alert;

/** Who can change what a finding is about. */
public enum Side {
    CLIENT,
    SERVER,
    /** Neither end alone: the path, the capture or both. */
    NETWORK;

    /** The side with the larger share; {@link #NETWORK} when the shares are equal. */
    public static Side ofClientShare(int clientShare) {
        return clientShare > 50 ? CLIENT : clientShare < 50 ? SERVER : NETWORK;
    }
}
