package io.wirecase.capture.application.peer;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.net.Party;
import java.util.HexFormat;

/** The handshake of BitTorrent peers (BEP 3): which content, and by which software (BEP 20). */
public final class BitTorrentDialog extends FramedDialog {

    private static final String START = "\u0013BitTorrent protocol";
    private static final int HANDSHAKE = 68;
    private static final int CONTENT_AT = 28;
    private static final int CONTENT = 20;
    private static final int SOFTWARE = 8;

    /** How BitTorrent is told: by its handshake. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "BitTorrent", b -> b == 0x13, look -> look.begins(START), (look, around) -> new BitTorrentDialog(around));

    private int handshakes;

    private BitTorrentDialog(Around around) {
        super("BitTorrent", HANDSHAKE, around);
    }

    /** Only the handshake is read; what comes behind it has no end. */
    @Override
    protected long measure(Party sender, ByteReader seen) {
        return seen.peek(0) == START.charAt(0) ? HANDSHAKE : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        kept.skip(CONTENT_AT);
        String content = HexFormat.of().formatHex(kept.take(CONTENT));
        String software = kept.text(SOFTWARE).raw();
        if (kept.overrun()) {
            return;
        }
        understood();
        service.detail("info_hash", content);
        boolean named = software.startsWith("-")
                && software.endsWith("-")
                && software.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (named) {
            String its = software.substring(1, SOFTWARE - 1);
            if (sender == Party.ORIGINATOR) {
                service.client(its);
            } else {
                service.server(its);
            }
        }
        if (++handshakes == 2) {
            finish();
        }
    }
}
