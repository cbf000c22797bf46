package io.wirecase.core.fact;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import java.util.List;

/**
 * ICMP errors that quoted a packet of this flow (RFC 792, RFC 4443). They are packets of flows of their own.
 *
 * @param errors by type, code and reporter in the order first seen, at most {@link #MAX_ERRORS}
 * @param omitted errors of kinds beyond those kept
 */
public record IcmpErrors(List<IcmpError> errors, long omitted) {

    /** The most kinds kept of a flow. */
    public static final int MAX_ERRORS = 8;

    /** Keeps its own copy of the list. */
    public IcmpErrors {
        errors = List.copyOf(errors);
    }

    /**
     * Errors of one kind from one reporter.
     *
     * @param type the ICMP or ICMPv6 type
     * @param code the code within the type
     * @param reporter who sent them
     * @param about which side's packet they were about
     * @param count how many, 1 or more
     * @param firstNanos capture time of the first, epoch nanoseconds
     */
    public record IcmpError(int type, int code, IpAddress reporter, Party about, long count, long firstNanos) {}
}
