package io.wirecase.capture.application.proxy;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import org.jspecify.annotations.Nullable;

/**
 * SOCKS 4, 4a and 5 (RFC 1928, RFC 1929): where the client wants to go, how it logs in, and once it is through, what it
 * says there.
 */
public final class SocksDialog extends FramedDialog {

    private static final int PORT = 1080;
    private static final int MAX_KEPT = 1024;
    private static final int MAX_METHODS = 16;
    private static final int PASSWORD = 2;
    private static final int GRANTED = 0x5A;
    private static final int MAX_NAME = 255;
    private static final String[] COMMANDS = {"", "CONNECT", "BIND", "UDP ASSOCIATE"};

    /** How SOCKS is told: by what the client offers and how the server answers it, or by the port. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "SOCKS", b -> b == 4 || b == 5, SocksDialog::starts, (look, around) -> new SocksDialog(look, around));

    private enum Step {
        METHODS,
        LOGIN,
        TARGET,
        DONE
    }

    private final Party client;
    private final boolean five;
    private Step asking;
    private Step answering;

    private SocksDialog(Look look, Around around) {
        super("SOCKS", MAX_KEPT, around);
        client = look.side();
        five = look.u8(0) == 5;
        asking = five ? Step.METHODS : Step.TARGET;
        answering = asking;
        service.version(five ? "5" : "4");
    }

    private static Verdict starts(Look look) {
        return look.u8(0) == 5 ? five(look) : four(look);
    }

    private static Verdict five(Look look) {
        int methods = look.u8(1);
        if (look.length() < 2) {
            return Verdict.MORE;
        }
        if (methods == 0 || methods > MAX_METHODS || look.from(PORT)) {
            return Verdict.NO;
        }
        for (int at = 2; at < Math.min(look.length(), 2 + methods); at++) {
            boolean known = look.u8(at) <= 9 || look.u8(at) >= 0x80;
            if (!known) {
                return Verdict.NO;
            }
        }
        if (look.length() < 2 + methods) {
            return Verdict.MORE;
        }
        if (look.other().length() < 2) {
            return look.port(PORT) ? Verdict.YES : Verdict.MORE;
        }
        boolean answered = look.other(0) == 5 && (look.other(1) <= 9 || look.other(1) >= 0x80);
        return Verdict.of(answered);
    }

    private static Verdict four(Look look) {
        if (look.length() < 9) {
            boolean fits = look.length() < 2 || look.u8(1) == 1 || look.u8(1) == 2;
            return fits ? Verdict.MORE : Verdict.NO;
        }
        int user = look.indexOf(0, 8, 8 + MAX_NAME);
        boolean named = look.u24(4) == 0 && look.u8(7) != 0;
        int end = user >= 0 && named ? look.indexOf(0, user + 1, user + 1 + MAX_NAME) : user;
        if (look.u8(1) != 1 && look.u8(1) != 2) {
            return Verdict.NO;
        }
        if (end < 0) {
            return look.length() < 8 + 2 * MAX_NAME ? Verdict.MORE : Verdict.NO;
        }
        if (look.other().length() < 2) {
            return look.port(PORT) ? Verdict.YES : Verdict.MORE;
        }
        return Verdict.of(look.other(0) == 0 && look.other(1) >= GRANTED && look.other(1) <= GRANTED + 3);
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        boolean asks = sender == client;
        return switch (asks ? asking : answering) {
            case METHODS -> asks ? seen.length() < 2 ? 0 : 2 + seen.peek(1) : 2;
            case LOGIN -> asks ? login(seen) : 2;
            case TARGET -> five ? target(seen) : asks ? target4(seen) : 8;
            case DONE -> -1;
        };
    }

    private static long login(ByteReader seen) {
        int user = seen.peek(1);
        int password = user < 0 ? -1 : seen.peek(2 + user);
        return password < 0 ? 0 : 3L + user + password;
    }

    private static long target(ByteReader seen) {
        return switch (seen.peek(3)) {
            case -1 -> 0;
            case 1 -> 10;
            case 3 -> seen.peek(4) < 0 ? 0 : 7 + seen.peek(4);
            case 4 -> 22;
            default -> -1;
        };
    }

    /** Fixed fields, a user's name and, where the address is 0.0.0.x, a host's, each closed by a zero. */
    private static long target4(ByteReader seen) {
        int user = 8;
        while (seen.peek(user) > 0) {
            user++;
        }
        if (seen.peek(user) < 0) {
            return 0;
        }
        boolean named = seen.peek(4) == 0 && seen.peek(5) == 0 && seen.peek(6) == 0 && seen.peek(7) != 0;
        if (!named) {
            return user + 1L;
        }
        int host = user + 1;
        while (seen.peek(host) > 0) {
            host++;
        }
        return seen.peek(host) < 0 ? 0 : host + 1L;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        if (sender == client) {
            asked(kept, at.packet());
        } else {
            answered(kept);
        }
    }

    private void asked(ByteReader in, long packet) {
        switch (asking) {
            case METHODS -> asking = Step.TARGET;
            case LOGIN -> {
                login.attempt(packet);
                login.mechanism("username/password");
                login.user();
                login.secret();
                asking = Step.TARGET;
            }
            case TARGET -> {
                int command = in.peek(1);
                service.request(command > 0 && command < COMMANDS.length ? COMMANDS[command] : "command");
                service.detail("target", five ? host5(in) : host4(in));
                asking = Step.DONE;
                understood();
            }
            case DONE -> {
                // Nothing is measured there.
            }
        }
    }

    private void answered(ByteReader in) {
        int code = in.peek(1);
        switch (answering) {
            case METHODS -> {
                understood();
                boolean asksPassword = code == PASSWORD;
                answering = asksPassword ? Step.LOGIN : Step.TARGET;
                asking = asksPassword ? Step.LOGIN : asking;
                if (code == 0xFF) {
                    finish();
                }
            }
            case LOGIN -> {
                if (login.pending()) {
                    login.answer(code == 0);
                }
                answering = Step.TARGET;
            }
            case TARGET -> {
                answering = Step.DONE;
                boolean granted = five ? code == 0 : code == GRANTED;
                if (granted) {
                    handOver();
                } else {
                    service.detail("failure", Integer.toString(code));
                    finish();
                }
            }
            case DONE -> {
                // Nothing is measured there.
            }
        }
    }

    private static String host5(ByteReader in) {
        int kind = in.peek(3);
        in.seek(4);
        String host = switch (kind) {
            case 1 -> address(in.take(4));
            case 4 -> address(in.take(16));
            default -> in.text(in.u8()).raw();
        };
        return host + ":" + in.u16();
    }

    private static String host4(ByteReader in) {
        in.seek(2);
        int port = in.u16();
        byte[] bytes = in.take(4);
        in.untilZero();
        String host = in.untilZero();
        return (host.isEmpty() ? address(bytes) : host) + ":" + port;
    }

    /** The name asked for inside is not that of the proxy, which is the responder here. */
    @Override
    public @Nullable UntrustedText askedName() {
        return null;
    }

    private static String address(byte[] bytes) {
        return bytes.length == 4 || bytes.length == 16 ? IpAddress.of(bytes).toString() : "";
    }
}
