package io.wirecase.capture.application.dhcp;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.DatagramDecoder;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.Facts;
import java.util.List;

/** DHCP and BOOTP messages (RFC 2131, RFC 2132, RFC 951). */
final class Dhcp4 implements DatagramDecoder {

    private static final int SERVER_PORT = 67;
    private static final int CLIENT_PORT = 68;
    private static final int COOKIE_AT = 236;
    private static final long COOKIE = 0x63825363L;
    private static final int REQUEST = 1;
    private static final int REPLY = 2;
    private static final int ETHERNET = 1;
    private static final int ADDRESS_BYTES = 4;
    private static final int MAX_OPTIONS = 256;
    private static final int END = 255;

    private final DhcpNotes notes = new DhcpNotes(4);
    private boolean options;

    static Fit fit(Look look) {
        int operation = look.u8(0);
        if (operation != REQUEST && operation != REPLY || look.length() < COOKIE_AT) {
            return Fit.NO;
        }
        boolean bootp = look.u8(1) == ETHERNET && look.u8(2) == 6 && (look.port(SERVER_PORT) || look.port(CLIENT_PORT));
        return look.u32(COOKIE_AT) == COOKIE ? Fit.SURE : Fit.likelyIf(bootp);
    }

    @Override
    public boolean read(Datagram datagram) {
        if (fit(datagram.look()) == Fit.NO) {
            return false;
        }
        ByteReader in = datagram.reader();
        int operation = in.u8();
        int hardware = in.u8();
        int macBytes = in.u8();
        in.seek(16);
        ByteReader yours = in.slice(ADDRESS_BYTES);
        in.seek(28);
        if (hardware == ETHERNET && macBytes == 6) {
            notes.clientMac(in.take(6));
        }
        if (operation == REPLY) {
            notes.assigned(yours, ADDRESS_BYTES);
        }
        in.seek(COOKIE_AT);
        if (in.u32() == COOKIE) {
            options = true;
            options(in);
        }
        return true;
    }

    private void options(ByteReader in) {
        for (int i = 0; i < MAX_OPTIONS && in.remaining() > 0; i++) {
            int code = in.u8();
            if (code == END) {
                return;
            }
            if (code != 0) {
                option(code, in.slice(in.u8()));
            }
        }
    }

    private void option(int code, ByteReader value) {
        switch (code) {
            case 3 -> notes.routers(value);
            case 6 -> notes.resolvers(value, ADDRESS_BYTES);
            case 12 -> notes.hostName(value.text(value.length()));
            case 50 -> notes.requested(value, ADDRESS_BYTES);
            case 51 -> {
                if (value.length() == 4) {
                    notes.lease(value.u32());
                }
            }
            case 53 -> notes.message(value.u8());
            case 54 -> notes.server(value);
            case 55 -> notes.parameters(value, 1);
            case 60 -> notes.vendorClass(value.text(value.length()));
            case 61 -> notes.clientId(value.take(value.length()));
            case 81 -> fullName(value);
            default -> {
                // Others say nothing that is kept.
            }
        }
    }

    /** Option 81 (RFC 4702): flags and two codes, then the name, in labels where the flags say so. */
    private void fullName(ByteReader value) {
        boolean labels = (value.u8() & 4) != 0;
        value.skip(2);
        if (!labels && value.remaining() > 0) {
            notes.hostName(value.text(value.remaining()));
        }
    }

    @Override
    public List<String> stack() {
        return List.of("DHCP");
    }

    /** Clients without an address share a flow, and each message may name another type. */
    @Override
    public boolean wantsMore() {
        return true;
    }

    @Override
    public void tell(Facts.Draft facts) {
        if (options) {
            facts.dhcp(notes.facts());
        }
    }
}
