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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IMAP (RFC 9051) with its literals, AUTHENTICATE, ID (RFC 2971) and STARTTLS. */
public final class ImapDialog extends TextDialog {

    private static final int MAX_TAG = 12;
    private static final Set<String> COMMANDS = Set.of(
            "CAPABILITY",
            "NOOP",
            "LOGOUT",
            "STARTTLS",
            "AUTHENTICATE",
            "LOGIN",
            "ENABLE",
            "SELECT",
            "EXAMINE",
            "CREATE",
            "DELETE",
            "RENAME",
            "SUBSCRIBE",
            "UNSUBSCRIBE",
            "LIST",
            "LSUB",
            "NAMESPACE",
            "STATUS",
            "APPEND",
            "IDLE",
            "CHECK",
            "CLOSE",
            "UNSELECT",
            "EXPUNGE",
            "SEARCH",
            "FETCH",
            "STORE",
            "COPY",
            "MOVE",
            "UID",
            "ID",
            "XLIST",
            "SORT",
            "THREAD",
            "GETQUOTAROOT");
    private static final Pattern NAME = Pattern.compile("\"name\" +\"([^\"]{1,100})\"", Pattern.CASE_INSENSITIVE);

    /** How IMAP is told: by the server's greeting or by a tagged command. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "IMAP",
            b -> b == '*' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z',
            ImapDialog::starts,
            (look, around) -> new ImapDialog(look.u8(0) == '*' ? look.side().other() : look.side(), around));

    private final Sasl sasl = new Sasl(login);
    private String tag = "";
    private String last = "";
    private boolean continued;
    private boolean greeted;

    private ImapDialog(Party client, Around around) {
        super("IMAP", client, around);
    }

    private static Verdict starts(Look look) {
        if (look.u8(0) == '*') {
            return look.beginsAny("* OK ", "* PREAUTH ", "* BYE ");
        }
        int at = 0;
        while (at < look.length() && at < MAX_TAG && tagged(look.u8(at))) {
            at++;
        }
        if (at == look.length()) {
            return at < MAX_TAG ? Verdict.MORE : Verdict.NO;
        }
        if (look.u8(at) != ' ') {
            return Verdict.NO;
        }
        return command(look, at + 1);
    }

    private static Verdict command(Look look, int from) {
        Verdict best = Verdict.NO;
        for (String command : new String[] {"CAPABILITY\r", "LOGIN ", "AUTHENTICATE ", "STARTTLS\r", "ID ("}) {
            int at = 0;
            while (at < command.length() && (look.u8(from + at) & ~0x20) == (command.charAt(at) & ~0x20)) {
                at++;
            }
            if (at == command.length()) {
                return Verdict.YES;
            }
            best = from + at == look.length() ? Verdict.MORE : best;
        }
        return best;
    }

    private static boolean tagged(int b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '.' || b == '_';
    }

    @Override
    protected void request(String line, Chunk at) {
        long literal = Numbers.literal(line);
        boolean goesOn = continued;
        continued = literal > 0;
        skipRequest(literal);
        if (goesOn) {
            return;
        }
        if (sasl.active()) {
            sasl.answer(line);
            return;
        }
        String verb = Words.word(line, 1).toUpperCase(Locale.ROOT);
        if (!COMMANDS.contains(verb)) {
            return;
        }
        understood();
        service.request(verb);
        tag = Words.word(line, 0);
        last = verb;
        switch (verb) {
            case "LOGIN" -> {
                login.attempt(at.packet());
                login.user();
                login.secret();
            }
            case "AUTHENTICATE" -> sasl.begin(Words.word(line, 2), Words.word(line, 3), at.packet());
            case "ID" -> identify(line, true);
            default -> {
                // The others say nothing of who is there.
            }
        }
    }

    private void identify(String line, boolean client) {
        Matcher name = NAME.matcher(line);
        if (name.find()) {
            if (client) {
                service.client(name.group(1));
            } else {
                service.detail("implementation", name.group(1));
            }
        }
    }

    @Override
    protected void reply(String line, Chunk at) {
        skipReply(Numbers.literal(line));
        if (line.startsWith("* ")) {
            understood();
            untagged(line);
        } else if (!tag.isEmpty() && Words.word(line, 0).equals(tag)) {
            understood();
            tagged(Words.word(line, 1).equalsIgnoreCase("OK"));
        }
    }

    private void untagged(String line) {
        if (!greeted) {
            greeted = true;
            String text = Words.from(line, 2);
            int end = text.startsWith("[") ? text.indexOf(']') : -1;
            service.server(text.substring(end + 1));
        } else if (line.startsWith("* ID ")) {
            identify(line, false);
        }
    }

    private void tagged(boolean fine) {
        switch (last) {
            case "LOGIN" -> login.answer(fine);
            case "AUTHENTICATE" -> sasl.end(fine);
            case "STARTTLS" -> {
                if (fine) {
                    handOver();
                }
            }
            default -> {
                // The others answer what says nothing of who is there.
            }
        }
        last = "";
        tag = "";
    }
}
