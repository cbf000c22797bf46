package io.wirecase.detection.in;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.access.Exfiltration;
import io.wirecase.detection.access.Leaving;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.rare.Acquaintances;
import io.wirecase.detection.rare.RareDestination;
import io.wirecase.detection.rare.Told;
import io.wirecase.detection.rare.Uploads;
import java.util.List;

/**
 * What a host sent is judged by what it sends elsewhere; who else knows whom it went to is known where the first
 * contacts of its site meet. So what would be an alert is told there.
 */
final class UploadJudge implements KindFold.Judge<Leaving> {

    private final Exfiltration detector;
    private final KindGather<Told, Acquaintances> told;

    /** @param told takes what is to be judged elsewhere */
    UploadJudge(Exfiltration detector, KindGather<Told, Acquaintances> told) {
        this.detector = detector;
        this.told = told;
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Leaving state) {
        return detector.read(key, state);
    }

    @Override
    public void say(BehaviourKey key, Leaving state, Alert alert, List<Flow> kept, Sent sent) {
        Uploads uploads = detector.uploads(key, state, kept);
        List<Flow> shown = kept.stream().filter(uploads::keeps).toList();
        told.keep(RareDestination.key(key, uploads, detector.bucket()), uploads, shown);
    }
}
