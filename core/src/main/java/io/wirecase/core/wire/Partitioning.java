package io.wirecase.core.wire;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import java.nio.charset.StandardCharsets;

/**
 * Which partition a record goes to. Producers set it explicitly, so that every client library agrees and end markers
 * can name the partition they close.
 */
public final class Partitioning {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Partitioning() {}

    /** The record key of a host in a site. */
    public static String key(String site, IpAddress host) {
        return site + "|" + host;
    }

    /**
     * What a flow is partitioned by: site and originator; site alone for ARP, since what one host claims there concerns
     * whoever asks, and only all claims of a site together show that two hosts claim one address.
     */
    public static String flowKey(String site, Transport transport, IpAddress originator) {
        return transport == Transport.ARP ? site + "|arp" : key(site, originator);
    }

    /**
     * The partition of a key: FNV-1a over its UTF-8 bytes, mixed, modulo the number of partitions.
     *
     * @param partitions at least 1
     */
    public static int partition(String key, int partitions) {
        long hash = FNV_OFFSET;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        hash ^= hash >>> 32;
        return (int) Long.remainderUnsigned(hash * 0x9E3779B97F4A7C15L >>> 16, partitions);
    }
}
