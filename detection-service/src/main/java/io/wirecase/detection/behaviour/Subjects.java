package io.wirecase.detection.behaviour;

import io.wirecase.core.alert.Subject;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import java.util.List;

/** Who an alert is about. */
public final class Subjects {

    private Subjects() {}

    /** A conversation: the internal host and its peer, the originator and its peer where both are alike. */
    public static Subject conversation(Networks networks, IpAddress originator, IpAddress responder) {
        boolean responderIsOurs = networks.internal(responder) && !networks.internal(originator);
        return responderIsOurs
                ? new Subject(Subject.Type.CONVERSATION, responder, originator, null)
                : new Subject(Subject.Type.CONVERSATION, originator, responder, null);
    }

    /** A host alone. */
    public static Subject host(IpAddress host) {
        return new Subject(Subject.Type.HOST, host, null, null);
    }

    /** A victim; with its attacker where there is one alone, and then the internal one of both first. */
    public static Subject victim(Networks networks, IpAddress victim, List<IpAddress> attackers) {
        if (attackers.size() != 1 || attackers.getFirst().equals(victim)) {
            return host(victim);
        }
        IpAddress attacker = attackers.getFirst();
        boolean attackerIsOurs = networks.internal(attacker) && !networks.internal(victim);
        return attackerIsOurs
                ? new Subject(Subject.Type.CONVERSATION, attacker, victim, null)
                : new Subject(Subject.Type.CONVERSATION, victim, attacker, null);
    }
}
