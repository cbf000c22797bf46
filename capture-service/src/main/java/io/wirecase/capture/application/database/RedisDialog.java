package io.wirecase.capture.application.database;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.dialog.TextDialog;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Locale;

/** The serialisation protocol of Redis: commands as arrays of texts, each after its length. AUTH shows a password. */
public final class RedisDialog extends TextDialog {

    /** Arguments of a command that are looked at. */
    private static final int MAX_LOOKED = 8;
    /** Texts longer than this are passed over. */
    private static final int MAX_TEXT = 256;

    private static final int MAX_DIGITS = 9;

    /** How Redis is told: by a command, an array whose first element is a text. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "RESP", b -> b == '*', RedisDialog::starts, (look, around) -> new RedisDialog(look.side(), around));

    private String command = "";
    private int arguments;
    private int argument;
    private boolean inText;
    private boolean inAuth;

    private RedisDialog(Party client, Around around) {
        super("RESP", client, around);
    }

    private static Verdict starts(Look look) {
        int at = digits(look, 1);
        if (at == look.length()) {
            return at <= MAX_DIGITS ? Verdict.MORE : Verdict.NO;
        }
        for (int i = 0; i < 3; i++) {
            if (at + i < look.length() && look.u8(at + i) != "\r\n$".charAt(i)) {
                return Verdict.NO;
            }
        }
        if (at == 1 || look.length() <= at + 3) {
            return at == 1 ? Verdict.NO : Verdict.MORE;
        }
        return Verdict.of(look.digit(at + 3));
    }

    private static int digits(Look look, int from) {
        int at = from;
        while (look.digit(at)) {
            at++;
        }
        return at;
    }

    @Override
    protected void request(String line, Chunk at) {
        if (inText) {
            inText = false;
            argument(line, at);
        } else if (line.startsWith("*")) {
            arguments = (int) number(line);
            argument = 0;
            inAuth = false;
        } else if (line.startsWith("$")) {
            long length = number(line);
            if (argument < MAX_LOOKED && length <= MAX_TEXT) {
                inText = true;
            } else {
                argument++;
                skipRequest(length + 2);
            }
        }
    }

    private static long number(String line) {
        String digits = line.substring(1);
        boolean fits = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? Long.parseLong(digits) : 0;
    }

    private void argument(String text, Chunk at) {
        if (argument == 0) {
            understood();
            command = text.toUpperCase(Locale.ROOT);
            boolean word = command.length() <= 20 && command.chars().allMatch(c -> c >= 'A' && c <= 'Z');
            if (word) {
                service.request(command);
            }
            if (command.equals("AUTH") && arguments > 1) {
                credentials(arguments > 2, at);
            }
        } else if (command.equals("HELLO")) {
            hello(text, at);
        } else if (command.equals("CLIENT") && argument == 2 && arguments == 3) {
            service.client(text);
        }
        argument++;
    }

    private void hello(String text, Chunk at) {
        if (argument == 1) {
            service.version(text);
        } else if (text.equalsIgnoreCase("AUTH") && !inAuth) {
            inAuth = true;
            credentials(true, at);
        }
    }

    private void credentials(boolean user, Chunk at) {
        login.attempt(at.packet());
        login.secret();
        if (user) {
            login.user();
        }
    }

    @Override
    protected void reply(String line, Chunk at) {
        if (line.startsWith("redis_version:")) {
            service.server(line.substring("redis_version:".length()));
        }
        boolean status = line.startsWith("+") || line.startsWith("-") || line.startsWith("%");
        if (status && login.pending()) {
            login.answer(!line.startsWith("-"));
        }
        if (line.startsWith("-NOAUTH")) {
            service.detail("error", "NOAUTH");
        }
    }
}
