package io.wirecase.capture.flow;

import io.wirecase.core.flow.FlowOrigin;
import java.util.UUID;

/**
 * Which capture the packets belong to.
 *
 * @param captureId the capture's id
 * @param revision its revision, from 1
 * @param site the address space its hosts live in
 * @param sensor what saw the packets: a live sensor's name, or {@code "upload"}
 */
public record CaptureIdentity(UUID captureId, int revision, String site, String sensor) {

    FlowOrigin origin() {
        return new FlowOrigin(captureId, revision, site, sensor);
    }
}
