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

/** IRC (RFC 2812, and the capability negotiation that came later). */
public final class IrcDialog extends TextDialog {

    private static final Set<String> COMMANDS = Set.of(
            "PASS",
            "NICK",
            "USER",
            "CAP",
            "OPER",
            "JOIN",
            "PART",
            "PRIVMSG",
            "NOTICE",
            "MODE",
            "TOPIC",
            "WHO",
            "WHOIS",
            "LIST",
            "NAMES",
            "PING",
            "PONG",
            "QUIT",
            "AWAY",
            "INVITE",
            "KICK",
            "AUTHENTICATE",
            "ISON",
            "USERHOST",
            "MOTD",
            "LUSERS",
            "VERSION");

    /** How IRC is told: by the client's registration, or by the server's first lines. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "IRC",
            StreamProtocol.oneOf("NCUP:"),
            IrcDialog::starts,
            (look, around) -> new IrcDialog(served(look) ? look.side().other() : look.side(), around));

    private String mechanism = "";

    private IrcDialog(Party client, Around around) {
        super("IRC", client, around);
    }

    private static boolean served(Look look) {
        return look.starts(":", "NOTICE ");
    }

    private static Verdict starts(Look look) {
        if (look.u8(0) == ':') {
            if (!Words.lineSeen(look)) {
                return Verdict.MORE;
            }
            boolean first = Words.lineHolds(look, " 001 ") || Words.lineHolds(look, " notice auth ");
            return Verdict.of(first || Words.lineHolds(look, " notice * ") || Words.lineHolds(look, " cap * "));
        }
        Verdict registers = look.beginsAny("NICK ", "CAP LS", "CAP REQ ", "NOTICE AUTH ");
        if (registers == Verdict.YES) {
            return registers;
        }
        Verdict names = look.beginsAny("USER ", "PASS ");
        if (names != Verdict.YES) {
            return registers.or(names);
        }
        // Others have these words too, after a greeting of theirs: FTP of digits, POP3 of a sign.
        if (!look.unanswered()) {
            return Verdict.of(look.answered(":", "NOTICE "));
        }
        return next(look);
    }

    /** Whether the line after the first is another of the registration. */
    private static Verdict next(Look look) {
        int end = look.indexOf('\n', 0, Words.MAX_GREETING);
        boolean registers = end > 0 && (look.has(end + 1, "NICK ") || look.has(end + 1, "USER "));
        return registers ? Verdict.YES : look.length() < Words.MAX_GREETING ? Verdict.MORE : Verdict.NO;
    }

    @Override
    protected void request(String line, Chunk at) {
        String verb = Words.verb(line);
        if (!COMMANDS.contains(verb)) {
            return;
        }
        understood();
        service.request(verb);
        switch (verb) {
            case "USER" -> {
                attempt(at);
                login.user();
            }
            case "PASS" -> {
                attempt(at);
                login.secret();
            }
            case "OPER" -> {
                attempt(at);
                login.user();
                login.secret();
            }
            case "AUTHENTICATE" -> authenticate(Words.word(line, 1), at);
            case "PRIVMSG" -> nickServ(line.toLowerCase(Locale.ROOT), at);
            default -> {
                // The others say nothing of who is there.
            }
        }
    }

    private void attempt(Chunk at) {
        if (!login.pending()) {
            login.attempt(at.packet());
        }
    }

    /** SASL in IRC: the mechanism's name first, then what it sends. */
    private void authenticate(String word, Chunk at) {
        if (mechanism.isEmpty()) {
            mechanism = word.toUpperCase(Locale.ROOT);
            attempt(at);
            login.mechanism(mechanism);
        } else if (mechanism.equals("PLAIN") && !word.equals("*") && !word.equals("+")) {
            login.user();
            login.secret();
        }
    }

    /** A password told to the service that guards names. */
    private void nickServ(String line, Chunk at) {
        if (line.startsWith("privmsg nickserv") && line.contains("identify")) {
            attempt(at);
            login.secret();
        }
    }

    @Override
    protected void reply(String line, Chunk at) {
        String code = line.startsWith(":") ? Words.word(line, 1) : Words.verb(line);
        if (line.startsWith(":") || COMMANDS.contains(code) || code.equals("ERROR")) {
            understood();
        }
        switch (code) {
            case "001", "903" -> answer(true);
            case "464", "904", "465" -> answer(false);
            case "004" -> service.server(Words.word(line, 4));
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
