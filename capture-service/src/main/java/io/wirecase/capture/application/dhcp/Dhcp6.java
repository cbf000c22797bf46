package io.wirecase.capture.application.dhcp;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.DatagramDecoder;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.net.UntrustedText;
import java.util.List;

/** DHCPv6 messages (RFC 8415), those inside relayed ones too. */
final class Dhcp6 implements DatagramDecoder {

    private static final int CLIENT_PORT = 546;
    private static final int SERVER_PORT = 547;
    private static final int ADVERTISE = 2;
    private static final int REPLY = 7;
    private static final int RELAY_FORWARD = 12;
    private static final int RELAY_REPLY = 13;
    private static final int MAX_TYPE = 13;
    private static final int ADDRESS_BYTES = 16;
    private static final int MAX_OPTIONS = 128;
    /** Relays behind relays, and options within options. */
    private static final int MAX_DEPTH = 4;

    private final DhcpNotes notes = new DhcpNotes(6);
    private boolean fromServer;

    static Fit fit(Look look) {
        boolean port = look.port(CLIENT_PORT) || look.port(SERVER_PORT);
        boolean type = look.u8(0) >= 1 && look.u8(0) <= MAX_TYPE;
        return Fit.sureIf(port && type && look.length() >= 4);
    }

    @Override
    public boolean read(Datagram datagram) {
        if (fit(datagram.look()) == Fit.NO) {
            return false;
        }
        message(datagram.reader(), 0);
        return true;
    }

    private void message(ByteReader in, int depth) {
        int type = in.u8();
        notes.message(type);
        fromServer = type == ADVERTISE || type == REPLY;
        in.skip(type == RELAY_FORWARD || type == RELAY_REPLY ? 1 + 2 * ADDRESS_BYTES : 3);
        options(in, depth);
    }

    private void options(ByteReader in, int depth) {
        for (int i = 0; i < MAX_OPTIONS && in.remaining() >= 4 && depth < MAX_DEPTH; i++) {
            int code = in.u16();
            option(code, in.slice(in.u16()), depth);
        }
    }

    private void option(int code, ByteReader value, int depth) {
        switch (code) {
            case 1 -> client(value);
            case 3 -> {
                value.skip(12);
                options(value, depth + 1);
            }
            case 4 -> {
                value.skip(4);
                options(value, depth + 1);
            }
            case 5 -> address(value);
            case 6 -> notes.parameters(value, 2);
            case 9 -> {
                if (depth < MAX_DEPTH) {
                    message(value, depth + 1);
                }
            }
            case 16 -> {
                value.skip(4);
                notes.vendorClass(value.text(value.u16()));
            }
            case 23 -> notes.resolvers(value, ADDRESS_BYTES);
            case 39 -> {
                value.skip(1);
                notes.hostName(labels(value));
            }
            default -> {
                // Others say nothing that is kept.
            }
        }
    }

    /** A DUID; two of its kinds hold the hardware address (section 11). */
    private void client(ByteReader value) {
        ByteReader in = value.copy();
        notes.clientId(value.take(value.length()));
        int kind = in.u16();
        int hardware = in.u16();
        if (hardware == 1 && (kind == 1 || kind == 3)) {
            in.skip(kind == 1 ? 4 : 0);
            notes.clientMac(in.take(in.remaining()));
        }
    }

    /** What a client puts here it asks for. */
    private void address(ByteReader value) {
        if (!fromServer) {
            notes.requested(value, ADDRESS_BYTES);
            return;
        }
        notes.assigned(value, ADDRESS_BYTES);
        value.skip(4);
        long seconds = value.u32();
        if (!value.overrun()) {
            notes.lease(seconds);
        }
    }

    private static UntrustedText labels(ByteReader in) {
        StringBuilder name = new StringBuilder();
        for (int length = in.u8(); length > 0 && length <= in.remaining(); length = in.u8()) {
            name.append(name.isEmpty() ? "" : ".").append(in.text(length).raw());
        }
        return new UntrustedText(name.toString());
    }

    @Override
    public List<String> stack() {
        return List.of("DHCPV6");
    }

    @Override
    public boolean wantsMore() {
        return true;
    }

    @Override
    public void tell(Facts.Draft facts) {
        facts.dhcp(notes.facts());
    }
}
