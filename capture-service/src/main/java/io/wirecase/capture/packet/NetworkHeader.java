package io.wirecase.capture.packet;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;

/** What a packet's IP header says, or for ARP the addresses of its message. */
abstract sealed class NetworkHeader extends PacketBytes permits DecodedPacket {

    /** Whether a packet is longer by its own header than what was recorded of it. */
    boolean shortened;

    Transport transport = Transport.OTHER;
    int ipProtocol;
    boolean v4;
    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int ttl;
    long ipBytes;
    boolean fragmented;
    boolean moreFragments;
    int fragmentOffset;
    int fragmentId;
    /** What the fragments carry together, and where this one's part of it begins. */
    int fragmentProtocol;

    int fragmentAt;
    long fragmentBytes;

    /** Whether the IP packet is longer, by its own header, than what was recorded of it. */
    public boolean shortened() {
        return shortened;
    }

    /** What carries the payload. */
    public Transport transport() {
        return transport;
    }

    /** The IP protocol number, or -1 for ARP. */
    public int ipProtocol() {
        return ipProtocol;
    }

    /** Whether the addresses are IPv4's. */
    public boolean v4() {
        return v4;
    }

    /** Upper half of the sender's address, as in {@link IpAddress#high()}. */
    public long sourceHigh() {
        return sourceHigh;
    }

    /** Lower half of the sender's address, as in {@link IpAddress#low()}. */
    public long sourceLow() {
        return sourceLow;
    }

    /** Upper half of the receiver's address. */
    public long destinationHigh() {
        return destinationHigh;
    }

    /** Lower half of the receiver's address. */
    public long destinationLow() {
        return destinationLow;
    }

    /** The sender's address; for ARP the protocol address it claims. */
    public IpAddress source() {
        return new IpAddress(sourceHigh, sourceLow, v4);
    }

    /** The receiver's address; for ARP the protocol address asked for. */
    public IpAddress destination() {
        return new IpAddress(destinationHigh, destinationLow, v4);
    }

    /** The IP time to live or hop limit. */
    public int ttl() {
        return ttl;
    }

    /** Bytes of the IP packet by its length fields, header included; 0 for ARP. */
    public long ipBytes() {
        return ipBytes;
    }

    /** Whether the IP packet is a part of a larger one. */
    public boolean fragmented() {
        return fragmented;
    }

    /** Whether it is a part without the transport header. */
    public boolean laterFragment() {
        return fragmentOffset > 0;
    }

    /** Where its payload begins in the whole packet's, in bytes; a multiple of 8. */
    public int fragmentOffset() {
        return fragmentOffset;
    }

    /** Whether it is not the last part. */
    public boolean moreFragments() {
        return moreFragments;
    }

    /** Index of the first byte of its part of the whole payload. */
    public int fragmentAt() {
        return fragmentAt;
    }

    /** Bytes of its part on the wire. */
    public long fragmentBytes() {
        return fragmentBytes;
    }

    /** Bytes of its part that were recorded. */
    public int fragmentCaptured() {
        return (int) Math.min(fragmentBytes, Math.max(0, end - fragmentAt));
    }

    /** Notes what is behind the header that told of fragments. */
    void fragment(int protocol) {
        fragmentProtocol = protocol;
        fragmentAt = at;
        fragmentBytes = leftOnWire();
    }

    /** Takes over addresses and whatever else an IP header tells of a whole packet. */
    void likeNetworkOf(NetworkHeader other) {
        v4 = other.v4;
        sourceHigh = other.sourceHigh;
        sourceLow = other.sourceLow;
        destinationHigh = other.destinationHigh;
        destinationLow = other.destinationLow;
        ttl = other.ttl;
        ipBytes = other.ipBytes;
        fragmentProtocol = other.fragmentProtocol;
    }

    /** The identification its parts share; only of a fragmented packet. */
    public int fragmentId() {
        return fragmentId;
    }
}
