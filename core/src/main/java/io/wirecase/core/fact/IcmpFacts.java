package io.wirecase.core.fact;

import org.jspecify.annotations.Nullable;

/**
 * The ICMP or ICMPv6 messages of a flow (RFC 792, RFC 4443).
 *
 * @param type the first message's type
 * @param code the first message's code
 * @param payloads what the messages carried, or null where none carried anything
 */
public record IcmpFacts(int type, int code, @Nullable IcmpPayloads payloads) {

    /** Facts of a flow whose messages carried nothing, as far as was seen. */
    public IcmpFacts(int type, int code) {
        this(type, code, null);
    }
}
