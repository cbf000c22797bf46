package io.wirecase.detection.rare;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourReading;
import org.jspecify.annotations.Nullable;

/** Says what a host's uploads amount to, once it is known how many hosts know whom they went to. */
public interface UploadRule {

    /** How many hosts of the site may know whom it went to. */
    int mostHosts();

    /**
     * What an upload amounts to.
     *
     * @param holds whether it is one to be told of
     * @param host who sent
     * @param upload the upload, or null where there is none any more
     * @param hosts how many hosts of the site know whom it went to, or null where that was not asked
     */
    BehaviourReading reading(boolean holds, IpAddress host, @Nullable Upload upload, @Nullable Integer hosts);
}
