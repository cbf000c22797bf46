package io.wirecase.core.flow;

import java.util.UUID;

/**
 * Where a flow was seen.
 *
 * @param captureId the capture's id (see {@link io.wirecase.core.wire.Ids})
 * @param revision the capture's revision, from 1; a higher one supersedes the lower
 * @param site the address space: a sensor's site, the name given with an upload, or the capture id as text
 * @param sensor what saw the packets: a live sensor's name, or {@code "upload"}
 */
public record FlowOrigin(UUID captureId, int revision, String site, String sensor) {}
