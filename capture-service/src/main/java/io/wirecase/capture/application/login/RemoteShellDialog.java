package io.wirecase.capture.application.login;

import io.wirecase.capture.application.dialog.LoginNotes;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import java.util.List;

/**
 * The remote shell, login and execution of BSD (RFC 1282 for login): the client sends a few fields, each closed by a
 * zero byte, the server answers with a byte. Bytes so plain are taken for them on their ports only.
 */
public final class RemoteShellDialog implements StreamDialog {

    private static final int MAX_FIELD = 64;

    private enum Kind {
        /** A port for errors, the name here, the name there, a command. */
        SHELL("RSH", 514, 1, -1),
        /** Nothing, the name here, the name there, a terminal. */
        LOGIN("Rlogin", 513, 1, -1),
        /** A port for errors, a name, a password, a command. */
        EXECUTION("Rexec", 512, 1, 2);

        private final String protocol;
        private final int port;
        private final int user;
        private final int secret;

        Kind(String protocol, int port, int user, int secret) {
            this.protocol = protocol;
            this.port = port;
            this.user = user;
            this.secret = secret;
        }
    }

    /** How the remote shell is told. */
    public static final StreamProtocol SHELL = protocol(Kind.SHELL);
    /** How the remote login is told. */
    public static final StreamProtocol LOGIN = protocol(Kind.LOGIN);
    /** How the remote execution is told. */
    public static final StreamProtocol EXECUTION = protocol(Kind.EXECUTION);

    private final Kind kind;
    private final Party client;
    private final ServiceNotes service;
    private final LoginNotes login;
    private int field;
    private int length;
    private boolean answered;

    private RemoteShellDialog(Kind kind, Party client) {
        this.kind = kind;
        this.client = client;
        this.service = new ServiceNotes(kind.protocol);
        this.login = new LoginNotes(kind.protocol);
    }

    private static StreamProtocol protocol(Kind kind) {
        return new StreamProtocol(
                kind.protocol,
                b -> b == 0 || b >= '0' && b <= '9',
                look -> starts(look, kind),
                (look, around) -> new RemoteShellDialog(kind, look.side()));
    }

    private static Verdict starts(Look look, Kind kind) {
        if (look.from(kind.port) || !look.port(kind.port)) {
            return Verdict.NO;
        }
        int digits = 0;
        while (look.digit(digits)) {
            digits++;
        }
        boolean fits = kind == Kind.LOGIN ? digits == 0 : digits >= 1 && digits <= 5;
        if (!fits || digits < look.length() && look.u8(digits) != 0) {
            return Verdict.NO;
        }
        int end = look.indexOf(0, digits + 1, digits + 1 + MAX_FIELD);
        for (int at = digits + 1; at < (end < 0 ? look.length() : end); at++) {
            if (look.u8(at) <= ' ' || look.u8(at) >= 0x7F) {
                return Verdict.NO;
            }
        }
        boolean more = end < 0 && look.length() <= digits + MAX_FIELD;
        return more ? Verdict.MORE : Verdict.of(end > digits + 1);
    }

    @Override
    public void data(Chunk chunk) {
        if (chunk.sender() == client) {
            for (int i = 0; i < chunk.length() && field < 4; i++) {
                take(chunk.at(i), chunk.packet());
            }
        } else if (!answered) {
            answered = true;
            if (kind != Kind.LOGIN && login.pending()) {
                login.answer(chunk.at(0) == 0);
            }
        }
    }

    private void take(int b, long packet) {
        if (b != 0) {
            length++;
            return;
        }
        if (field == kind.user && length > 0) {
            login.attempt(packet);
            login.user();
        } else if (field == kind.secret && length > 0) {
            login.secret();
        } else if (field == 3 && length > 0) {
            service.request(kind == Kind.LOGIN ? "terminal" : "command");
        }
        field++;
        length = 0;
    }

    @Override
    public void gap(Party sender, long missing) {
        if (sender == client) {
            field = 4;
        } else {
            answered = true;
        }
    }

    @Override
    public boolean wantsMore() {
        return field < 4 || !answered;
    }

    @Override
    public Application application() {
        return new Application(
                List.of(kind.protocol), field > 1 ? Application.Found.DECODED : Application.Found.GUESSED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        service.tell(facts);
        login.tell(facts);
    }
}
