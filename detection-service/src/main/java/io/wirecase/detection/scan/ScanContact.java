package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact;
import io.wirecase.core.net.IpAddress;

/**
 * One flow seen as a try at a target.
 *
 * @param family the kind of contact
 * @param host the target's address
 * @param port the target's port, or {@link Contact#NO_PORT}
 * @param nanos capture time of the try
 * @param outcome how it ended
 * @param named whether a name led to the target
 * @param technique how it was probed
 * @param mark whose SYN it looks like
 * @param packets packets of the flow
 * @param lot the flow's lot: see {@link io.wirecase.detection.behaviour.Draw}
 */
public record ScanContact(
        ScanFamily family,
        IpAddress host,
        int port,
        long nanos,
        Contact.Outcome outcome,
        boolean named,
        ScanTechnique technique,
        SynMark mark,
        long packets,
        long lot) {}
