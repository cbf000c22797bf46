package io.wirecase.detection.behaviour;

import io.wirecase.core.alert.Subject;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.intel.Networks;

/** Who an alert about two ends is about. */
public final class Subjects {

    private Subjects() {}

    /** A conversation: the internal host and its peer, the originator and its peer where both are alike. */
    public static Subject conversation(Networks networks, IpAddress originator, IpAddress responder) {
        boolean responderIsOurs = networks.internal(responder) && !networks.internal(originator);
        return responderIsOurs
                ? new Subject(Subject.Type.CONVERSATION, responder, originator, null)
                : new Subject(Subject.Type.CONVERSATION, originator, responder, null);
    }
}
