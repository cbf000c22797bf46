package io.wirecase.capture.application.login;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.dialog.TextDialog;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Locale;
import java.util.Set;

/** The control connection of FTP (RFC 959, RFC 4217 for TLS). */
public final class FtpDialog extends TextDialog {

    private static final int PORT = 21;
    private static final Set<String> ANONYMOUS = Set.of("anonymous", "ftp");
    /** What a client may begin with. */
    private static final String[] OPENERS = {"USER ", "AUTH TLS", "AUTH SSL", "FEAT\r", "SYST\r", "OPTS "};

    private static final Set<String> COMMANDS = Set.of(
            "USER", "PASS", "ACCT", "CWD", "CDUP", "SMNT", "QUIT", "REIN", "PORT", "PASV", "TYPE", "STRU", "MODE",
            "RETR", "STOR", "STOU", "APPE", "ALLO", "REST", "RNFR", "RNTO", "ABOR", "DELE", "RMD", "MKD", "PWD", "LIST",
            "NLST", "SITE", "SYST", "STAT", "HELP", "NOOP", "AUTH", "PBSZ", "PROT", "EPRT", "EPSV", "FEAT", "OPTS",
            "SIZE", "MDTM", "MLST", "MLSD", "CLNT");

    /** How FTP is told: by a greeting that names it, comes from its port or is answered in its words. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "FTP_CONTROL",
            StreamProtocol.oneOf("2UAFSOu"),
            FtpDialog::starts,
            (look, around) -> new FtpDialog(look.u8(0) == '2' ? look.side().other() : look.side(), around));

    private final Party client;
    private final DataPorts data;
    private boolean securing;

    private FtpDialog(Party client, Around around) {
        super("FTP_CONTROL", client, around);
        this.client = client;
        this.data = new DataPorts(around.announcements());
    }

    private static Verdict starts(Look look) {
        Verdict greeting = look.beginsAny("220 ", "220-");
        if (greeting == Verdict.NO) {
            Verdict command = Words.command(look, OPENERS);
            boolean greeted = look.answered("220 ", "220-");
            return command == Verdict.YES ? Verdict.of(greeted) : command;
        }
        if (greeting == Verdict.MORE || !Words.lineSeen(look)) {
            return Verdict.MORE;
        }
        if (look.from(PORT) || Words.lineHolds(look, "ftp")) {
            return Verdict.YES;
        }
        return look.unanswered() ? Verdict.MORE : Words.command(look.other(), OPENERS);
    }

    @Override
    protected void request(String line, Chunk at) {
        String verb = Words.verb(line);
        if (!COMMANDS.contains(verb)) {
            return;
        }
        understood();
        service.request(verb);
        securing = verb.equals("AUTH");
        switch (verb) {
            case "USER" -> {
                login.attempt(at.packet());
                login.user();
                if (ANONYMOUS.contains(Words.word(line, 1).toLowerCase(Locale.ROOT))) {
                    login.mechanism("anonymous");
                }
            }
            case "PASS", "ACCT" -> {
                if (!login.pending()) {
                    login.attempt(at.packet());
                }
                login.secret();
            }
            case "PORT" -> data.plain(line, client, at.timeNanos());
            case "EPRT" -> data.extended(line, client, at.timeNanos());
            case "CLNT" -> service.client(Words.from(line, 1));
            default -> {
                // The others say nothing of who is there.
            }
        }
    }

    @Override
    protected void reply(String line, Chunk at) {
        int code = Words.code(line);
        if (code < 0 || line.length() > 3 && line.charAt(3) == '-' && code != 220) {
            return;
        }
        understood();
        switch (code) {
            case 220 -> service.server(Words.text(line));
            case 215 -> service.detail("system", Words.text(line));
            case 227 -> data.plain(line, client.other(), at.timeNanos());
            case 229 -> data.extended(line, client.other(), at.timeNanos());
            case 230, 232 -> answer(true);
            case 530, 430, 332 -> answer(false);
            case 234, 334 -> {
                if (securing) {
                    handOver();
                }
            }
            default -> {
                // The others answer what says nothing of who is there.
            }
        }
    }

    private void answer(boolean accepted) {
        if (login.pending()) {
            login.answer(accepted);
        }
    }
}
