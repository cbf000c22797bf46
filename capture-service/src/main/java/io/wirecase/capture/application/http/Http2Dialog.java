package io.wirecase.capture.application.http;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/** HTTP/2 in clear (RFC 9113), by prior knowledge or after an upgrade: its exchanges, stream by stream. */
public final class Http2Dialog extends FramedDialog {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int HEADER = 9;
    /** The largest frame without an agreement on larger ones, and its header. */
    private static final int MAX_KEPT = 16_384 + HEADER;

    private static final int MAX_SETTINGS = 6 * 32;
    private static final int SETTING = 6;
    private static final int TABLE_SIZE = 1;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PUSH_PROMISE = 5;
    private static final int CONTINUATION = 9;

    private static final int ACKNOWLEDGED = 0x1;
    private static final int END_HEADERS = 0x4;
    private static final int PADDED = 0x8;
    private static final int PRIORITY = 0x20;

    /** How HTTP/2 is told: by the client's preface, or by the settings a server begins with. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "HTTP2",
            b -> b == 'P' || b == 0,
            Http2Dialog::starts,
            (look, around) -> new Http2Dialog(
                    look.u8(0) == 'P' ? look.side() : look.side().other(), around));

    private final Party client;
    private final Http2Exchanges exchanges = new Http2Exchanges();
    private final HeaderBlock requests = new HeaderBlock();
    private final HeaderBlock responses = new HeaderBlock();

    private Http2Dialog(Party client, Around around) {
        super("HTTP2", MAX_KEPT, around);
        this.client = client;
    }

    @Override
    public int held() {
        return super.held() + exchanges.held() + requests.held() + responses.held();
    }

    private static Verdict starts(Look look) {
        if (look.u8(0) == 'P') {
            return look.begins(PREFACE);
        }
        boolean length = look.length() < 3 || look.u24(0) % SETTING == 0 && look.u24(0) <= MAX_SETTINGS;
        boolean kind = look.length() < 4 || look.u8(3) == SETTINGS;
        if (!length || !kind || look.length() > 4 && look.u8(4) != 0) {
            return Verdict.NO;
        }
        return look.length() < HEADER ? Verdict.MORE : Verdict.of(look.u32(5) == 0);
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (sender == client && seen.peek(0) == 'P') {
            return PREFACE.length();
        }
        return seen.length() < HEADER ? 0 : HEADER + seen.u24();
    }

    /** Of data only its frame's header is of use. */
    @Override
    protected int keep(ByteReader seen) {
        return seen.peek(0) != 'P' && seen.peek(3) == DATA ? HEADER + 1 : MAX_KEPT;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        if (kept.peek(0) == 'P' && length == PREFACE.length()) {
            understood();
            return;
        }
        kept.skip(3);
        int kind = kept.u8();
        int flags = kept.u8();
        int stream = (int) (kept.u32() & 0x7FFF_FFFFL);
        boolean asks = sender == client;
        switch (kind) {
            case DATA -> {
                int padding = (flags & PADDED) == 0 ? 0 : kept.u8() + 1;
                exchanges.body(stream, asks, Math.max(0, length - HEADER - padding));
            }
            case HEADERS -> {
                ByteReader block = unpadded(kept, flags);
                block.skip((flags & PRIORITY) != 0 ? 5 : 0);
                block(asks, stream, block, flags, at);
            }
            case PUSH_PROMISE -> {
                ByteReader block = unpadded(kept, flags);
                block.skip(4);
                block(asks, 0, block, flags, at);
            }
            case CONTINUATION -> block(asks, -1, kept, flags, at);
            case SETTINGS -> {
                understood();
                if ((flags & ACKNOWLEDGED) == 0) {
                    settings(asks ? responses : requests, kept);
                }
            }
            default -> {
                // The others steer the connection.
            }
        }
    }

    private static ByteReader unpadded(ByteReader in, int flags) {
        int padding = (flags & PADDED) == 0 ? 0 : in.u8();
        return in.slice(Math.max(0, in.remaining() - padding));
    }

    private void block(boolean asks, int stream, ByteReader in, int flags, Chunk at) {
        HeaderBlock block = asks ? requests : responses;
        if (stream >= 0) {
            block.begin(stream, at);
        }
        block.add(in);
        if ((flags & END_HEADERS) != 0) {
            HeaderBlock.Fields fields = block.end();
            if (fields != null && fields.stream() > 0) {
                understood();
                exchanges.head(fields, asks);
            }
        }
    }

    /** How large a table the receiver of blocks grants their sender. */
    private static void settings(HeaderBlock granted, ByteReader in) {
        while (in.remaining() >= SETTING) {
            int name = in.u16();
            long value = in.u32();
            if (name == TABLE_SIZE) {
                granted.grant(value);
            }
        }
    }

    @Override
    public void tell(Facts.Draft facts) {
        super.tell(facts);
        exchanges.tell(facts);
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return exchanges.askedName();
    }
}
