package io.wirecase.core.fact;

import io.wirecase.core.net.MacAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the link layer and ARP showed.
 *
 * @param originatorMac link-layer source of the first packet, or null where the link has none
 * @param responderMac link-layer destination of the first packet, or null
 * @param arpOperation 1 request, 2 reply (RFC 826), or null outside ARP
 * @param arpSenderMac the hardware address the ARP sender claims, or null outside ARP
 * @param arpAnsweredMac the hardware address a reply gave for the responder, or null without one
 * @param originatorArp what the originator of an ARP exchange sent, or null outside ARP
 * @param responderArp what the responder of an ARP exchange sent, or null outside ARP and when it sent nothing
 */
public record LinkFacts(
        @Nullable MacAddress originatorMac,
        @Nullable MacAddress responderMac,
        @Nullable Integer arpOperation,
        @Nullable MacAddress arpSenderMac,
        @Nullable MacAddress arpAnsweredMac,
        @Nullable ArpMessages originatorArp,
        @Nullable ArpMessages responderArp) {

    /** Link facts without counts of ARP messages. */
    public LinkFacts(
            @Nullable MacAddress originatorMac,
            @Nullable MacAddress responderMac,
            @Nullable Integer arpOperation,
            @Nullable MacAddress arpSenderMac,
            @Nullable MacAddress arpAnsweredMac) {
        this(originatorMac, responderMac, arpOperation, arpSenderMac, arpAnsweredMac, null, null);
    }
}
