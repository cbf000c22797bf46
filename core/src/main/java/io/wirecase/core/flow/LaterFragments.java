package io.wirecase.core.flow;

/**
 * The fragments behind the first of their datagrams (RFC 791, RFC 8200): frames without a transport header, which most
 * exporters leave out of a flow. They are part of the flow's counts; here they are counted once more by themselves.
 *
 * @param originator what the originator sent of them
 * @param responder what the responder sent of them
 */
public record LaterFragments(Counts originator, Counts responder) {}
