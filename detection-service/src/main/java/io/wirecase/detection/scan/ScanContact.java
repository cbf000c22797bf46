package io.wirecase.detection.scan;

import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.measure.Contact;
import java.util.UUID;

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
 * @param flow the flow's id
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
        UUID flow) {}
