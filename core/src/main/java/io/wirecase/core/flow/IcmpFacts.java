package io.wirecase.core.flow;

/**
 * The first ICMP or ICMPv6 message of a flow (RFC 792, RFC 4443).
 *
 * @param type its type
 * @param code its code
 */
public record IcmpFacts(int type, int code) {}
