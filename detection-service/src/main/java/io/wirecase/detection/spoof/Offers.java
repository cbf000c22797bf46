package io.wirecase.detection.spoof;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who served a link, when and with what. Beyond a cap those servers are kept whose addresses are smallest: the same in
 * every order. Not thread-safe.
 */
public final class Offers implements JoinedState<Offer, Offers> {

    private static final int VERSION = 1;
    private static final int MAX_SERVERS = 64;
    private static final int MAX_TERMS = 4;

    private final TreeMap<IpAddress, Server> servers = new TreeMap<>();

    /** What one server did. */
    static final class Server {
        long firstNanos = Long.MAX_VALUE;
        long lastNanos = Long.MIN_VALUE;
        long flows;
        long packets;
        final TreeSet<Long> terms = new TreeSet<>();

        private void join(Server other) {
            firstNanos = Math.min(firstNanos, other.firstNanos);
            lastNanos = Math.max(lastNanos, other.lastNanos);
            flows += other.flows;
            packets += other.packets;
            terms.addAll(other.terms);
            while (terms.size() > MAX_TERMS) {
                terms.pollLast();
            }
        }
    }

    static Offers of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        Offers offers = new Offers();
        while (in.more()) {
            IpAddress address = IpAddress.of(in.block());
            Server server = new Server();
            server.firstNanos = in.bits();
            server.lastNanos = in.bits();
            server.flows = in.count();
            server.packets = in.count();
            for (long left = in.count(); left > 0; left--) {
                server.terms.add(in.bits());
            }
            offers.servers.put(address, server);
        }
        return offers;
    }

    @Override
    public void add(Offer offer) {
        Server one = new Server();
        one.firstNanos = offer.firstNanos();
        one.lastNanos = offer.lastNanos();
        one.flows = 1;
        one.packets = offer.packets();
        if (offer.terms() != 0) {
            one.terms.add(offer.terms());
        }
        put(offer.server(), one);
    }

    @Override
    public void join(Offers other) {
        other.servers.forEach(this::put);
    }

    private void put(IpAddress address, Server more) {
        servers.computeIfAbsent(address, any -> new Server()).join(more);
        if (servers.size() > MAX_SERVERS) {
            servers.pollLastEntry();
        }
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION);
        servers.forEach((address, server) -> {
            out.block(address.bytes())
                    .bits(server.firstNanos)
                    .bits(server.lastNanos)
                    .counts(server.flows, server.packets, server.terms.size());
            server.terms.forEach(out::bits);
        });
        return out.bytes();
    }

    int size() {
        return servers.size();
    }

    /** Servers in the order in which they began. */
    List<Map.Entry<IpAddress, Server>> inOrder() {
        List<Map.Entry<IpAddress, Server>> all = new ArrayList<>(servers.entrySet());
        all.sort(Comparator.comparingLong((Map.Entry<IpAddress, Server> e) -> e.getValue().firstNanos)
                .thenComparing(Map.Entry::getKey));
        return all;
    }

    /** How many different terms all servers offered. */
    long differentTerms() {
        return servers.values().stream()
                .flatMap(server -> server.terms.stream())
                .distinct()
                .count();
    }
}
