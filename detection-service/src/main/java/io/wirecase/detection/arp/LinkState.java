package io.wirecase.detection.arp;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.JoinedState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import org.jspecify.annotations.Nullable;

/** What is known of one address of a link, or of one station there. Not thread-safe. */
public final class LinkState implements JoinedState<Word, LinkState> {

    private static final int VERSION = 2;
    private static final int NOTHING = 0;
    private static final int ADDRESS = 1;
    private static final int STATION = 2;

    private @Nullable Claims claims;
    private @Nullable Holdings holdings;

    LinkState() {}

    /** Who claimed the address, or null where it is about none. */
    @Nullable
    Claims claims() {
        return claims;
    }

    /** What the station claimed, or null where it is about none. */
    @Nullable
    Holdings holdings() {
        return holdings;
    }

    @Override
    public void add(Word word) {
        switch (word) {
            case Word.OfAddress(var address, var claim) -> claimsTo(address).add(claim);
            case Word.OfRouter(var address) -> claimsTo(address).namedRouter();
            case Word.OfStation(var mac, var address) -> holdingsOf(mac).claimed(address);
            case Word.OfCarrier(var mac) -> holdingsOf(mac).carried(1);
        }
    }

    private Claims claimsTo(IpAddress address) {
        Claims known = claims == null ? new Claims(address) : claims;
        claims = known;
        return known;
    }

    private Holdings holdingsOf(long mac) {
        Holdings known = holdings == null ? new Holdings(mac) : holdings;
        holdings = known;
        return known;
    }

    @Override
    public void join(LinkState other) {
        if (other.claims != null) {
            claimsTo(other.claims.address()).join(other.claims);
        }
        if (other.holdings != null) {
            holdingsOf(other.holdings.mac()).join(other.holdings);
        }
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION);
        if (claims != null) {
            out.counts(ADDRESS).block(claims.bytes());
        } else if (holdings != null) {
            out.counts(STATION).block(holdings.bytes());
        } else {
            out.counts(NOTHING);
        }
        return out.bytes();
    }

    /** @throws IllegalArgumentException for a version this code does not know */
    static LinkState of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        LinkState state = new LinkState();
        int about = (int) in.count();
        if (about == ADDRESS) {
            state.claims = Claims.of(in.block());
        } else if (about == STATION) {
            state.holdings = Holdings.of(in.block());
        }
        return state;
    }
}
