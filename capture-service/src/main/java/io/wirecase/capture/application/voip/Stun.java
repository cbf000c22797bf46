package io.wirecase.capture.application.voip;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.capture.application.datagram.NotedDecoder;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import org.jspecify.annotations.Nullable;

/** STUN and TURN (RFC 8489, RFC 8656), and STUN before it had a cookie (RFC 3489). */
final class Stun extends NotedDecoder {

    private static final String NAME = "STUN";
    private static final int PORT = 3478;
    private static final int HEADER = 20;
    private static final long COOKIE = 0x2112A442L;
    private static final int MAX_ATTRIBUTES = 32;
    /** Datagrams read of a flow: what it is for shows early, and media may follow. */
    private static final int MAX_READ = 64;

    private static final int MAPPED = 0x0001;
    private static final int USER = 0x0006;
    private static final int ERROR = 0x0009;
    private static final int PEER = 0x0012;
    private static final int REALM = 0x0014;
    private static final int XOR_MAPPED = 0x0020;
    private static final int SOFTWARE = 0x8022;
    private static final int CONTROLLED = 0x8029;
    private static final int CONTROLLING = 0x802A;
    private static final int IPV4 = 1;

    private final FlowContext context;
    private @Nullable String use;
    private boolean told;

    Stun(FlowContext context) {
        super(NAME, MAX_READ);
        this.context = context;
    }

    static Fit fit(Look look) {
        int type = look.u16(0);
        int length = look.u16(2);
        if (type < 0 || type >= 0x4000 || length % 4 != 0 || length + HEADER > look.length()) {
            return Fit.NO;
        }
        if (look.u32(4) == COOKIE) {
            return Fit.SURE;
        }
        boolean classic = type == 1 || type == 0x101 || type == 0x111 || type >= 2 && type <= 4 || type == 0x103;
        boolean whole = length + HEADER == look.length() && attributes(look);
        return Fit.likelyIf(classic && whole).surerIf(look.port(PORT));
    }

    private static boolean attributes(Look look) {
        int at = HEADER;
        while (at < look.length()) {
            int length = look.u16(at + 2);
            if (length < 0) {
                return false;
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return at == look.length();
    }

    @Override
    public boolean read(Datagram datagram) {
        if (fit(datagram.look()) == Fit.NO) {
            return channelData(datagram.look());
        }
        counted();
        ByteReader in = datagram.reader();
        int type = in.u16();
        ByteReader attributes = body(in, in.u16());
        notes.request(method(type) + kind(type));
        long timeNanos = datagram.chunk().timeNanos();
        Endpoint originator = context.originator();
        Endpoint responder = context.responder();
        if (seen() == 1) {
            used(context.expectations().used(originator, responder, timeNanos), timeNanos);
        }
        told(CallUses.byMessage(type), timeNanos);
        boolean answer = (type & 0x0100) != 0;
        for (int i = 0; i < MAX_ATTRIBUTES && attributes.remaining() >= 4; i++) {
            int attribute = attributes.u16();
            int length = attributes.u16();
            told(CallUses.byAttribute(attribute), timeNanos);
            Party server = answer ? datagram.sender() : datagram.sender().other();
            attribute(attribute, attributes.slice(length), server, timeNanos);
            attributes.skip(Math.min(attributes.remaining(), (4 - length % 4) % 4));
        }
        return true;
    }

    private static ByteReader body(ByteReader in, int length) {
        in.skip(HEADER - 4);
        return in.slice(length);
    }

    /** Data that a TURN server passes on: a channel number and a length. */
    private boolean channelData(Look look) {
        boolean channel = look.u8(0) >= 0x40 && look.u8(0) <= 0x4F;
        int length = look.u16(2) + 4;
        if (seen() == 0 || !channel || length > look.length() || length + 3 < look.length()) {
            return false;
        }
        counted();
        notes.request("channel data");
        return true;
    }

    private static String method(int type) {
        int number = type & 0x000F | (type & 0x00E0) >> 1 | (type & 0x3E00) >> 2;
        return switch (number) {
            case 1 -> "Binding";
            case 2 -> "SharedSecret";
            case 3 -> "Allocate";
            case 4 -> "Refresh";
            case 6 -> "Send";
            case 7 -> "Data";
            case 8 -> "CreatePermission";
            case 9 -> "ChannelBind";
            case 10 -> "Connect";
            case 11 -> "ConnectionBind";
            default -> "method " + number;
        };
    }

    private static String kind(int type) {
        return switch (type & 0x0110) {
            case 0x0010 -> " indication";
            case 0x0100 -> " success";
            case 0x0110 -> " error";
            default -> "";
        };
    }

    /** The first that the flow itself tells stands. */
    private void told(@Nullable String application, long timeNanos) {
        if (application != null && !told) {
            told = true;
            used(application, timeNanos);
        }
    }

    /** The same ends go on to use it with others, as a call tries ways to a peer. */
    private void used(@Nullable String application, long timeNanos) {
        if (application != null) {
            use = application;
            notes.latest(ServiceFacts.APPLICATION, application);
            context.expectations().use(application, context.originator(), timeNanos);
            context.expectations().use(application, context.responder(), timeNanos);
        }
    }

    private void attribute(int type, ByteReader value, Party server, long timeNanos) {
        switch (type) {
            case USER -> notes.present("user");
            case PEER -> peer(value, timeNanos);
            case REALM -> {
                String realm = value.text(value.length()).raw();
                notes.detail("realm", realm);
                told(CallUses.byRealm(realm), timeNanos);
            }
            case SOFTWARE -> software(value.text(value.length()).raw(), server);
            case ERROR -> {
                value.skip(2);
                notes.detail("error", value.u8() * 100L + value.u8());
            }
            case CONTROLLED, CONTROLLING -> notes.present("ICE");
            case XOR_MAPPED -> mapped(value, COOKIE);
            case MAPPED -> mapped(value, 0);
            default -> {
                // Others say nothing that is kept.
            }
        }
    }

    private void software(String name, Party server) {
        if (server == Party.RESPONDER) {
            notes.server(name);
        } else {
            notes.client(name);
        }
    }

    /** Whom the relay is asked to reach. */
    private void peer(ByteReader value, long timeNanos) {
        value.skip(1);
        int family = value.u8();
        int port = value.u16() ^ (int) (COOKIE >> 16);
        if (use != null && family == IPV4 && value.remaining() == 4) {
            context.expectations().use(use, new Endpoint(address((int) (value.u32() ^ COOKIE)), port), timeNanos);
        }
    }

    /** How the client's address looks from the server, hidden from translators that rewrite addresses. */
    private void mapped(ByteReader value, long mask) {
        value.skip(1);
        int family = value.u8();
        value.skip(2);
        if (family == IPV4 && value.remaining() == 4) {
            notes.detail("mapped", address((int) (value.u32() ^ mask)).toString());
        }
    }

    private static IpAddress address(int address) {
        byte[] bytes = {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
        return IpAddress.of(bytes);
    }
}
