package io.wirecase.capture.packet;

import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.Transport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of one packet say. Mutable and reused: valid until the next packet is decoded into it, and only
 * after {@link Outcome#DECODED}. Of nested packets it tells the innermost one that we follow.
 */
public final class DecodedPacket extends NetworkHeader {

    /** The most VLAN tags followed. */
    static final int MAX_VLANS = 4;

    private static final byte[] NO_BYTES = {};
    private static final int VLAN_BITS = 12;
    private static final int VLAN_MASK = 0xFFF;
    private static final int VLAN_COUNT_AT = 48;

    boolean hasMacs;
    long sourceMac;
    long destinationMac;
    long vlans;
    int vlanCount;

    @Nullable
    String tunnel;

    int depth;

    int sourcePort;
    int destinationPort;

    boolean hasTcp;
    int tcpFlags;
    int sequence;
    int acknowledgement;
    int window;
    int optionsAt;
    int optionsLength;

    int icmpType;
    int icmpCode;
    int arpOperation;
    long arpSenderMac;
    long arpTargetMac;

    /** An empty packet to be filled. */
    public DecodedPacket() {}

    /** Makes it ready for a packet. */
    void reset(byte[] array, int from, int length, long onWire) {
        bytes = array;
        at = from;
        end = from + length;
        unrecorded = onWire - length;
        shortened = false;
        hasMacs = false;
        vlans = 0;
        vlanCount = 0;
        tunnel = null;
        depth = 0;
        resetNetwork();
    }

    /** Forgets an outer packet's headers before those of the packet inside it. */
    void resetNetwork() {
        transport = Transport.OTHER;
        ipProtocol = -1;
        ipBytes = 0;
        fragmented = false;
        moreFragments = false;
        fragmentOffset = 0;
        sourcePort = -1;
        destinationPort = -1;
        payloadAt = end;
        payloadBytes = 0;
        hasTcp = false;
        icmpType = -1;
        icmpCode = -1;
        arpOperation = -1;
    }

    void addVlan(int id) {
        vlans = vlans << VLAN_BITS | id & VLAN_MASK;
        vlanCount++;
    }

    void enterTunnel(String name) {
        tunnel = tunnel == null ? name : (tunnel + "/" + name).intern();
        depth++;
    }

    /** The sender's link-layer address, or null where the link has none. */
    public @Nullable MacAddress sourceMac() {
        return hasMacs ? new MacAddress(sourceMac) : null;
    }

    /** The receiver's link-layer address, or null where the link has none. */
    public @Nullable MacAddress destinationMac() {
        return hasMacs ? new MacAddress(destinationMac) : null;
    }

    /** VLAN ids from outside in, 12 bits each, and how many in the bits above 48: one value to compare. */
    public long vlanKey() {
        return vlans | (long) vlanCount << VLAN_COUNT_AT;
    }

    /** VLAN ids from outside in. */
    public List<Integer> vlans() {
        return vlans(vlanKey());
    }

    /** VLAN ids from outside in, of a {@link #vlanKey()}. */
    public static List<Integer> vlans(long vlanKey) {
        int count = (int) (vlanKey >>> VLAN_COUNT_AT);
        if (count == 0) {
            return List.of();
        }
        List<Integer> ids = new ArrayList<>(count);
        for (int i = count - 1; i >= 0; i--) {
            ids.add((int) (vlanKey >>> VLAN_BITS * i) & VLAN_MASK);
        }
        return ids;
    }

    /** The tunnel path from outside in, or null outside any tunnel. Equal paths are the same object. */
    public @Nullable String tunnel() {
        return tunnel;
    }

    /** Gives a later fragment what its first one told: what carries the payload, ports, the ICMP type. */
    public void likeFirstFragment(DecodedPacket first) {
        ipProtocol = first.ipProtocol;
        transport = first.transport;
        sourcePort = first.sourcePort;
        destinationPort = first.destinationPort;
        icmpType = first.icmpType;
    }

    /** Takes over everything in another packet's headers but the bytes. */
    public void likeHeadersOf(DecodedPacket other) {
        reset(NO_BYTES, 0, 0, 0);
        hasMacs = other.hasMacs;
        sourceMac = other.sourceMac;
        destinationMac = other.destinationMac;
        vlans = other.vlans;
        vlanCount = other.vlanCount;
        tunnel = other.tunnel;
        depth = other.depth;
        likeNetworkOf(other);
        likeFirstFragment(other);
    }

    /** Takes over all that is counted of a part of an IP packet. */
    public void likePartOf(DecodedPacket part) {
        likeHeadersOf(part);
        payloadBytes = part.payloadBytes;
        fragmented = part.fragmented;
        moreFragments = part.moreFragments;
        fragmentOffset = part.fragmentOffset;
        fragmentId = part.fragmentId;
    }

    /** How many tunnels it came through. */
    public int depth() {
        return depth;
    }

    /** The sender's port, or -1 where there is none or the packet does not show it. */
    public int sourcePort() {
        return sourcePort;
    }

    /** The receiver's port, or -1. */
    public int destinationPort() {
        return destinationPort;
    }

    /** Whether a whole TCP header was there. */
    public boolean hasTcp() {
        return hasTcp;
    }

    /** TCP flags, CWR 0x80 to FIN 0x01. */
    public int tcpFlags() {
        return tcpFlags;
    }

    /** The TCP sequence number, as 32 bits. */
    public int sequence() {
        return sequence;
    }

    /** The TCP acknowledgement number, as 32 bits. */
    public int acknowledgement() {
        return acknowledgement;
    }

    /** The TCP window field, unscaled. */
    public int window() {
        return window;
    }

    /** Index of the first TCP option byte. */
    public int optionsAt() {
        return optionsAt;
    }

    /** TCP option bytes recorded. */
    public int optionsLength() {
        return optionsLength;
    }

    /** The ICMP or ICMPv6 type, or -1. */
    public int icmpType() {
        return icmpType;
    }

    /** The ICMP or ICMPv6 code, or -1. */
    public int icmpCode() {
        return icmpCode;
    }

    /** The ARP operation, or -1. */
    public int arpOperation() {
        return arpOperation;
    }

    /** The hardware address an ARP sender claims. */
    public MacAddress arpSenderMac() {
        return new MacAddress(arpSenderMac);
    }

    /** The hardware address an ARP message gives for its target. */
    public MacAddress arpTargetMac() {
        return new MacAddress(arpTargetMac);
    }
}
