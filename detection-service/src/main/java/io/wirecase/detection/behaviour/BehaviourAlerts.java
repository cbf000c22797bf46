package io.wirecase.detection.behaviour;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Ids;
import java.util.List;
import java.util.UUID;

/** Makes alerts of readings. Pure. */
public final class BehaviourAlerts {

    private BehaviourAlerts() {}

    /** The id of a key's alert: the same whatever its readings say. */
    public static UUID id(BehaviourKey key) {
        Subject subject = new Subject(Subject.Type.HOST, key.subject(), null, null);
        return Ids.alert(key.site(), key.alertKind(), subject, key.bucket());
    }

    /**
     * The next alert of a key.
     *
     * @param entry what was said before
     * @param captures which captures it draws on
     * @param examples flows to show; those outside the reading's time are left out
     */
    public static Alert next(
            BehaviourKey key,
            BehaviourReading reading,
            BehaviourEntry entry,
            List<UUID> captures,
            List<Flow> examples) {
        int revision = entry.announced().revision() + 1;
        Behaviour behaviour = withExamples(reading.behaviour(), examples);
        return new Alert(
                id(key),
                revision,
                status(reading, revision),
                reading.code(),
                key.site(),
                captures,
                behaviour.firstNanos(),
                reading.subject(),
                reading.findings(),
                Scores.total(reading.findings()),
                new Alert.Evidence(null, behaviour),
                reading.techniques());
    }

    private static Alert.Status status(BehaviourReading reading, int revision) {
        if (!reading.holds()) {
            return Alert.Status.WITHDRAWN;
        }
        return revision == 1 ? Alert.Status.OPEN : Alert.Status.UPDATED;
    }

    private static Behaviour withExamples(Behaviour behaviour, List<Flow> examples) {
        List<Flow> shown = examples.stream()
                .filter(flow -> flow.span().endNanos() >= behaviour.firstNanos()
                        && flow.span().startNanos() <= behaviour.lastNanos())
                .sorted(Examples.BY_TIME)
                .limit(Behaviour.MAX_EXAMPLES)
                .toList();
        return behaviour.withExamples(shown);
    }
}
