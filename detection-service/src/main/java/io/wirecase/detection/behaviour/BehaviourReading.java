package io.wirecase.detection.behaviour;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.alert.Technique;
import java.util.List;

/**
 * What a state amounts to.
 *
 * @param holds whether it is the behaviour; an alert that does not hold any more is withdrawn
 * @param weight how much there is of it, at least 1 where it holds: the alert is revised when this has doubled
 * @param code the alert's kind
 * @param subject what it is about
 * @param behaviour the measures; examples are filled in around it
 * @param findings what was found, at least one
 * @param techniques techniques that fit if it is not benign
 */
public record BehaviourReading(
        boolean holds,
        long weight,
        String code,
        Subject subject,
        Behaviour behaviour,
        List<Finding> findings,
        List<Technique> techniques) {

    /** Keeps its own copies of the lists. */
    public BehaviourReading {
        findings = List.copyOf(findings);
        techniques = List.copyOf(techniques);
    }
}
