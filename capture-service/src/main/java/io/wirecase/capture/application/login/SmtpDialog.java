package io.wirecase.capture.application.login;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.dialog.TextDialog;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Set;

/** SMTP (RFC 5321) with AUTH (RFC 4954), CHUNKING (RFC 3030) and STARTTLS (RFC 3207). */
public final class SmtpDialog extends TextDialog {

    private static final Set<String> COMMANDS = Set.of(
            "HELO",
            "EHLO",
            "LHLO",
            "MAIL",
            "RCPT",
            "DATA",
            "BDAT",
            "RSET",
            "NOOP",
            "QUIT",
            "VRFY",
            "EXPN",
            "HELP",
            "AUTH",
            "STARTTLS",
            "ETRN",
            "TURN",
            "XCLIENT",
            "XFORWARD");

    /** How SMTP is told: by the client's greeting, or by a server's that names it or comes from its ports. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "SMTP",
            StreamProtocol.oneOf("2EHLMehlm"),
            SmtpDialog::starts,
            (look, around) -> new SmtpDialog(look.u8(0) == '2' ? look.side().other() : look.side(), around));

    private final Sasl sasl = new Sasl(login);
    private boolean content;
    private boolean starting;

    private SmtpDialog(Party client, Around around) {
        super("SMTP", client, around);
    }

    private static Verdict starts(Look look) {
        Verdict greeting = look.beginsAny("220 ", "220-");
        if (greeting != Verdict.YES) {
            return greeting.or(Words.command(look, "EHLO ", "HELO ", "LHLO ", "MAIL FROM:"));
        }
        if (!Words.lineSeen(look)) {
            return Verdict.MORE;
        }
        if (look.from(25) || look.from(587) || Words.lineHolds(look, "smtp")) {
            return Verdict.YES;
        }
        if (Words.lineHolds(look, "ftp")) {
            return Verdict.NO;
        }
        return look.unanswered() ? Verdict.MORE : Words.command(look.other(), "EHLO ", "HELO ", "LHLO ");
    }

    @Override
    protected void request(String line, Chunk at) {
        if (content) {
            content = !line.equals(".");
            return;
        }
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
        starting = verb.equals("STARTTLS");
        switch (verb) {
            case "HELO", "EHLO", "LHLO" -> service.detail("helo", Words.word(line, 1));
            case "AUTH" -> sasl.begin(Words.word(line, 1), Words.word(line, 2), at.packet());
            case "DATA" -> content = true;
            case "BDAT" -> skipRequest(Numbers.parse(Words.word(line, 1)));
            default -> {
                // The others say nothing of who is there.
            }
        }
    }

    @Override
    protected void reply(String line, Chunk at) {
        int code = Words.code(line);
        if (code < 0) {
            return;
        }
        understood();
        if (code == 220 && !starting) {
            service.server(Words.text(line));
        } else if (code == 220) {
            handOver();
        } else if (code >= 400) {
            starting = false;
            content = false;
        }
        if (sasl.active() && (code == 235 || code >= 400)) {
            sasl.end(code == 235);
        }
    }
}
