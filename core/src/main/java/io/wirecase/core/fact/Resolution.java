package io.wirecase.core.fact;

import io.wirecase.core.net.UntrustedText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The name a client had resolved when it connected: the latest DNS answer to that client which held the responder's
 * address, in packet order, within its time to live plus an hour.
 *
 * @param name the name the client asked for
 * @param answeredNanos capture time of the answer
 * @param packet number of the answer's packet
 * @param dnsFlow id of the flow that carried it, or null when that is not known
 */
public record Resolution(
        UntrustedText name,
        long answeredNanos,
        long packet,
        @Nullable UUID dnsFlow) {}
