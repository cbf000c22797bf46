package io.wirecase.core.flow;

import org.jspecify.annotations.Nullable;

/**
 * What the link layer and ARP showed.
 *
 * @param originatorMac link-layer source of the first packet, or null where the link has none
 * @param responderMac link-layer destination of the first packet, or null
 * @param arpOperation 1 request, 2 reply (RFC 826), or null outside ARP
 * @param arpSenderMac the hardware address the ARP sender claims, or null outside ARP
 * @param arpAnsweredMac the hardware address a reply gave for the responder, or null without one
 */
public record LinkFacts(
        @Nullable MacAddress originatorMac,
        @Nullable MacAddress responderMac,
        @Nullable Integer arpOperation,
        @Nullable MacAddress arpSenderMac,
        @Nullable MacAddress arpAnsweredMac) {}
