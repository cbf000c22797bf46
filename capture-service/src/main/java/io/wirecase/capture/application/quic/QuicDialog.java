package io.wirecase.capture.application.quic;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.DatagramDecoder;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.tls.CryptoStream;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.QuicFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One QUIC connection, read until its ClientHello is whole. */
final class QuicDialog implements DatagramDecoder {

    static final String NAME = "QUIC";

    /** Packets that are opened, or tried to be, of a connection: a hello is spread over two or three. */
    private static final int MAX_OPENED = 12;
    /** Datagrams in which the hello is looked for. */
    private static final int MAX_DATAGRAMS = 24;

    private static final int MAX_VERSIONS = 32;
    private static final int FIXED_BIT = 0x40;
    private static final int LONG = 0x80;

    private final CryptoStream crypto = new CryptoStream();
    private final List<Long> offered = new ArrayList<>(0);
    private @Nullable InitialKeys keys;
    private @Nullable LongHeader clients;
    private @Nullable GoogleHello google;
    private byte @Nullable [] googleId;
    private long version;
    private int datagrams;
    private int opened;
    private boolean retried;

    @Override
    public boolean read(Datagram datagram) {
        ByteReader in = datagram.reader();
        int first = in.peek(0);
        if ((first & (LONG | FIXED_BIT)) == 0 && version != 0 && googleId == null) {
            return false;
        }
        datagrams++;
        if (!wantsMore()) {
            return true;
        }
        if ((first & LONG) != 0) {
            packets(datagram.sender(), in);
        } else if (QuicProtocol.google(datagram.look(), first)) {
            googlePacket(in);
        }
        return true;
    }

    /** The packets of a datagram, one behind the other (RFC 9000 section 12.2). */
    private void packets(Party sender, ByteReader in) {
        while (in.remaining() > 0 && !crypto.whole()) {
            int start = in.position();
            in.skip(1);
            long its = in.u32();
            if (its <= QuicVersions.Q046 && QuicVersions.google(its)) {
                version = version == 0 ? its : version;
                googleLong(in);
                return;
            }
            in.seek(start);
            LongHeader header = LongHeader.read(in);
            if (header == null) {
                return;
            }
            if (header.version() == QuicVersions.NEGOTIATION) {
                negotiation(in);
                return;
            }
            version = version == 0 ? header.version() : version;
            QuicVersions.Scheme scheme = QuicVersions.scheme(header.version());
            if (scheme == null || !protectedPacket(sender, header, scheme, in, start)) {
                return;
            }
        }
    }

    /** Reads a packet and goes behind it; false where nothing can follow. */
    private boolean protectedPacket(
            Party sender, LongHeader header, QuicVersions.Scheme scheme, ByteReader in, int start) {
        if (header.retry()) {
            retried = true;
            return false;
        }
        if (header.initial()) {
            in.skip((int) Math.min(LongHeader.number(in), Integer.MAX_VALUE));
        }
        long length = LongHeader.number(in);
        int numberAt = in.position() - start;
        if (in.overrun() || length > in.remaining()) {
            return false;
        }
        in.seek(start);
        byte[] packet = in.take(numberAt + (int) length);
        if (header.initial()) {
            open(sender, header, scheme, packet, numberAt);
        }
        return true;
    }

    /** The client's later packets keep the keys of its first; after a Retry they have others (RFC 9001, 5.2). */
    private void open(Party sender, LongHeader header, QuicVersions.Scheme scheme, byte[] packet, int numberAt) {
        byte[] plain = null;
        if (keys != null && ++opened <= MAX_OPENED) {
            plain = keys.open(packet, numberAt);
        }
        if (plain == null && ++opened <= MAX_OPENED) {
            InitialKeys its = InitialKeys.of(scheme, header.destination());
            plain = its.open(packet, numberAt);
            if (plain != null) {
                keys = its;
                clients = clients == null ? header : clients;
            }
        }
        if (plain != null) {
            Frames.read(plain, scheme.google(), sender, crypto);
            google = scheme.google() && google == null ? GoogleHello.find(crypto.first()) : google;
        }
    }

    private void negotiation(ByteReader in) {
        offered.clear();
        while (in.remaining() >= 4 && offered.size() < MAX_VERSIONS) {
            offered.add(in.u32());
        }
    }

    /** Versions 44 to 46, behind first byte and version: one byte of id lengths, ids, a number; hash and frames. */
    private void googleLong(ByteReader in) {
        boolean toServer = in.u8() >> 4 != 0;
        if (toServer) {
            googleHello(in, in.take(8));
        }
    }

    /** Versions up to 43 (Google's wire description of 2016). */
    private void googlePacket(ByteReader in) {
        in.skip(1);
        byte[] id = in.take(8);
        long its = in.u32();
        version = version == 0 ? its : version;
        googleHello(in, id);
    }

    private void googleHello(ByteReader in, byte[] id) {
        googleId = googleId == null ? id : googleId;
        google = google == null ? GoogleHello.find(in) : google;
    }

    @Override
    public List<String> stack() {
        return List.of(NAME);
    }

    @Override
    public boolean wantsMore() {
        return !crypto.whole() && google == null && datagrams < MAX_DATAGRAMS && opened < MAX_OPENED;
    }

    @Override
    public int held() {
        return StreamDialog.FEW_NOTES + crypto.held();
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return google == null ? crypto.serverName() : google.serverName();
    }

    @Override
    public void tell(Facts.Draft facts) {
        GoogleHello hello = google;
        TlsFacts tls = crypto.facts();
        if (hello != null && hello.serverName() != null) {
            tls = new TlsFacts(null, null, null, hello.serverName(), List.of(), null, null, null, false);
        }
        facts.tls(tls);
        LongHeader sent = clients;
        byte[] id = googleId;
        HexFormat hex = HexFormat.of();
        facts.quic(new QuicFacts(
                version,
                offered,
                sent == null ? id == null ? null : hex.formatHex(id) : hex.formatHex(sent.destination()),
                sent == null ? null : hex.formatHex(sent.source()),
                retried,
                hello == null ? TransportParameters.userAgent(crypto.transportParameters()) : hello.userAgent()));
    }
}
