package io.wirecase.core.intel;

import io.wirecase.core.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks an operator calls internal.
 *
 * @param prefixes CIDR prefixes
 */
public record Networks(List<Prefix> prefixes) {

    /** Private and shared address space (RFC 1918, RFC 6598, RFC 4193). */
    public static final Networks PRIVATE = parse("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,fc00::/7");

    /** Keeps its own copy of the list. */
    public Networks {
        prefixes = List.copyOf(prefixes);
    }

    /**
     * Reads a comma-separated list of prefixes; a bare address is a prefix of its full length.
     *
     * @throws IllegalArgumentException naming the entry that is not a prefix
     */
    public static Networks parse(String list) {
        List<Prefix> prefixes = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            if (!entry.isBlank()) {
                prefixes.add(Prefix.parse(entry.strip()));
            }
        }
        return new Networks(prefixes);
    }

    /** Where an address is, seen from these networks. */
    public Locality locality(IpAddress address) {
        if (address.multicast()) {
            return Locality.MULTICAST;
        }
        if (address.broadcast()) {
            return Locality.BROADCAST;
        }
        if (address.loopback()) {
            return Locality.LOOPBACK;
        }
        if (address.unspecified()) {
            return Locality.UNSPECIFIED;
        }
        if (prefixes.stream().anyMatch(p -> p.contains(address))) {
            return Locality.INTERNAL;
        }
        return address.linkLocal() ? Locality.LINK_LOCAL : Locality.EXTERNAL;
    }

    /** Whether an address is one of ours: internal or link-local. */
    public boolean internal(IpAddress address) {
        Locality locality = locality(address);
        return locality == Locality.INTERNAL || locality == Locality.LINK_LOCAL;
    }

    /**
     * A CIDR prefix (RFC 4632).
     *
     * @param base an address in it
     * @param length leading bits that count, 0 to 32 or 128
     */
    public record Prefix(IpAddress base, int length) {

        /** Checks the length. @throws IllegalArgumentException when it does not fit the address family */
        public Prefix {
            if (length < 0 || length > (base.v4() ? 32 : 128)) {
                throw new IllegalArgumentException("prefix length out of range: " + base + "/" + length);
            }
        }

        static Prefix parse(String text) {
            int slash = text.indexOf('/');
            IpAddress base = IpAddress.of(slash < 0 ? text : text.substring(0, slash));
            int full = base.v4() ? 32 : 128;
            try {
                return new Prefix(base, slash < 0 ? full : Integer.parseInt(text.substring(slash + 1)));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("not a network prefix: " + text, notANumber);
            }
        }

        /** Whether an address of the same family shares the leading bits. */
        public boolean contains(IpAddress address) {
            if (address.v4() != base.v4()) {
                return false;
            }
            if (base.v4()) {
                return length == 0 || address.low() >>> (32 - length) == base.low() >>> (32 - length);
            }
            int highBits = Math.min(length, 64);
            int lowBits = length - highBits;
            return (highBits == 0 || address.high() >>> (64 - highBits) == base.high() >>> (64 - highBits))
                    && (lowBits == 0 || address.low() >>> (64 - lowBits) == base.low() >>> (64 - lowBits));
        }
    }
}
