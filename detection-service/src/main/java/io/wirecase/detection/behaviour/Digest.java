package io.wirecase.detection.behaviour;

import io.wirecase.core.net.IpAddress;

/**
 * What one flow tells of one subject.
 *
 * @param subject whom it concerns: with {@code detail}, whose state it is folded into
 * @param detail what tells subjects of one address apart, for example a domain; empty where the address says it all. At
 *     most 1,000 characters
 * @param nanos capture time; which bucket it falls into
 * @param value what is folded in
 * @param example whether the flow is one to show
 */
public record Digest<D>(IpAddress subject, String detail, long nanos, D value, boolean example) {}
