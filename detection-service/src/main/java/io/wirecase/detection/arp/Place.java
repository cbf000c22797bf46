package io.wirecase.detection.arp;

import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.net.IpAddress;
import java.util.stream.Collectors;

/**
 * A part of a site whose stations hear each other, and the names under which its addresses and stations are kept. The
 * same address in two VLANs is two addresses.
 *
 * @param segment the VLANs and the tunnel; empty where there are none
 */
record Place(String segment) {

    /** The subject of all keys: what is claimed at a site meets on one partition, so that it can be judged together. */
    static final IpAddress LINK = IpAddress.v6(0xFF02_0000_0000_0000L, 1);

    private static final char END = '/';

    /** A bit above those of a hardware address, so that its zeros are written. */
    private static final long DIGITS = 1L << 48;

    static Place of(FlowKey key) {
        // Nearly all flows have none, and all of them come by here.
        String vlans = key.vlans().isEmpty()
                ? ""
                : key.vlans().stream().map(String::valueOf).collect(Collectors.joining("."));
        String tunnel = key.tunnel();
        return new Place(tunnel == null ? vlans : vlans + "@" + tunnel);
    }

    /** Of the name of an address or a station of it. */
    static Place ofDetail(String detail) {
        return new Place(detail.substring(detail.indexOf(END) + 1));
    }

    /** The name of an address. */
    String of(IpAddress address) {
        return address.toString() + END + segment;
    }

    /** The name of a station: twelve hexadecimal digits, which no address is. */
    String of(long mac) {
        return Long.toHexString(DIGITS | mac).substring(1) + END + segment;
    }
}
