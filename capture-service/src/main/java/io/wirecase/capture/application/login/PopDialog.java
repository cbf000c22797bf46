package io.wirecase.capture.application.login;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.dialog.TextDialog;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Set;

/** POP3 (RFC 1939) with AUTH (RFC 5034) and STLS (RFC 2595). */
public final class PopDialog extends TextDialog {

    private static final int PORT = 110;
    private static final Set<String> COMMANDS = Set.of(
            "USER", "PASS", "APOP", "AUTH", "CAPA", "STLS", "STAT", "LIST", "RETR", "DELE", "NOOP", "RSET", "QUIT",
            "TOP", "UIDL", "UTF8", "LANG");

    /** How POP3 is told: by a greeting from its port or that names it, or one that is answered in its words. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "POP3",
            StreamProtocol.oneOf("+-"),
            PopDialog::starts,
            (look, around) -> new PopDialog(look.side().other(), around));

    private final Sasl sasl = new Sasl(login);
    private String last = "";
    private boolean greeted;

    private PopDialog(Party client, Around around) {
        super("POP3", client, around);
    }

    private static Verdict starts(Look look) {
        Verdict greeting = look.beginsAny("+OK", "-ERR");
        if (greeting != Verdict.YES) {
            return greeting;
        }
        if (!Words.lineSeen(look)) {
            return Verdict.MORE;
        }
        if (look.from(PORT) || Words.lineHolds(look, "pop")) {
            return Verdict.YES;
        }
        return look.unanswered()
                ? Verdict.MORE
                : Words.command(look.other(), "USER ", "CAPA", "STLS", "AUTH", "APOP ", "QUIT", "PASS ");
    }

    @Override
    protected void request(String line, Chunk at) {
        if (sasl.active()) {
            sasl.answer(line);
            return;
        }
        String verb = Words.verb(line);
        if (!COMMANDS.contains(verb)) {
            return;
        }
        understood();
        service.request(verb);
        last = verb;
        switch (verb) {
            case "USER" -> {
                login.attempt(at.packet());
                login.user();
            }
            case "PASS" -> {
                if (!login.pending()) {
                    login.attempt(at.packet());
                }
                login.secret();
            }
            case "APOP" -> {
                login.attempt(at.packet());
                login.mechanism(verb);
                login.user();
            }
            case "AUTH" -> {
                if (!Words.word(line, 1).isEmpty()) {
                    sasl.begin(Words.word(line, 1), Words.word(line, 2), at.packet());
                }
            }
            default -> {
                // The others say nothing of who is there.
            }
        }
    }

    @Override
    protected void reply(String line, Chunk at) {
        boolean fine = line.startsWith("+OK");
        if (!fine && !line.startsWith("-ERR")) {
            if (line.startsWith("IMPLEMENTATION ")) {
                service.detail("implementation", Words.from(line, 1));
            }
            return;
        }
        understood();
        if (!greeted) {
            greeted = true;
            service.server(Words.from(line, 1));
            return;
        }
        switch (last) {
            case "PASS", "APOP" -> answer(fine);
            case "USER" -> {
                if (!fine) {
                    answer(false);
                }
            }
            case "AUTH" -> sasl.end(fine);
            case "STLS" -> {
                if (fine) {
                    handOver();
                }
            }
            default -> {
                // The others answer what says nothing of who is there.
            }
        }
        last = "";
    }

    private void answer(boolean accepted) {
        if (login.pending()) {
            login.answer(accepted);
        }
    }
}
