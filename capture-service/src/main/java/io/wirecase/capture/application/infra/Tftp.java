package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.capture.application.datagram.NotedDecoder;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.core.net.Endpoint;
import java.util.Locale;

/**
 * TFTP (RFC 1350, RFC 2347): which file is asked for. The server answers from another port, so the request says which
 * flow will carry the file.
 */
final class Tftp extends NotedDecoder {

    private static final int PORT = 69;
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int DATA = 3;
    private static final int ACKNOWLEDGEMENT = 4;
    private static final int ERROR = 5;
    private static final int OPTIONS = 6;
    private static final int MAX_NAME = 256;
    private static final int MAX_ERROR = 8;
    private static final int MAX_READ = 32;

    private final FlowContext context;
    private int lastBlock = -1;

    Tftp(FlowContext context) {
        super("TFTP", MAX_READ);
        this.context = context;
    }

    static Fit fit(Look look) {
        if (look.u8(0) != 0) {
            return Fit.NO;
        }
        Fit shape = switch (look.u8(1)) {
            case READ, WRITE -> Fit.sureIf(mode(look));
            case DATA -> look.length() >= 4 ? Fit.POSSIBLE : Fit.NO;
            case ACKNOWLEDGEMENT -> look.length() == 4 ? Fit.POSSIBLE : Fit.NO;
            case ERROR -> Fit.likelyIf(look.u16(2) <= MAX_ERROR && look.indexOf(0, 4, MAX_NAME) == look.length() - 1);
            case OPTIONS -> Fit.likelyIf(look.indexOf(0, 2, MAX_NAME) > 3 && look.u8(look.length() - 1) == 0);
            default -> Fit.NO;
        };
        return shape.surerIf(look.port(PORT));
    }

    /** A request names a file, then its mode. */
    private static boolean mode(Look look) {
        int end = look.indexOf(0, 2, MAX_NAME);
        int close = end < 3 ? -1 : look.indexOf(0, end + 1, end + 10);
        if (close < 0) {
            return false;
        }
        String mode = look.text(end + 1, close).toLowerCase(Locale.ROOT);
        return mode.equals("octet") || mode.equals("netascii") || mode.equals("mail");
    }

    @Override
    public boolean read(Datagram datagram) {
        Look look = datagram.look();
        if (fit(look) == Fit.NO || !follows(look)) {
            return false;
        }
        counted();
        switch (look.u8(1)) {
            case READ -> request("read", datagram);
            case WRITE -> request("write", datagram);
            case DATA -> notes.request("data");
            case ACKNOWLEDGEMENT -> notes.request("acknowledgement");
            case OPTIONS -> notes.request("options");
            default -> {
                notes.request("error");
                notes.detail("error", look.u16(2));
            }
        }
        return true;
    }

    /** Blocks are numbered one after the other, and acknowledged by their numbers. */
    private boolean follows(Look look) {
        if (look.u8(1) != DATA && look.u8(1) != ACKNOWLEDGEMENT) {
            return true;
        }
        int block = look.u16(2);
        int step = block - lastBlock & 0xFFFF;
        boolean near = lastBlock < 0 ? block <= 1 || seen() == 0 : step <= 64 || step >= 0xFFF0;
        lastBlock = near ? block : lastBlock;
        return near;
    }

    private void request(String kind, Datagram datagram) {
        Look look = datagram.look();
        notes.request(kind);
        notes.detail("file", look.text(2, look.indexOf(0, 2, MAX_NAME)));
        Endpoint client = context.of(datagram.sender());
        Integer port = client.port();
        if (port != null) {
            long time = datagram.chunk().timeNanos();
            context.expectations().expect("TFTP", client.address(), port, time);
        }
    }
}
