package io.wirecase.capture.application.peer;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.dialog.TextDialog;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stratum, by which miners talk to their pool: lines of JSON that name a method. Of these lines two fields matter, so
 * they are looked for and the rest is not read.
 */
public final class StratumDialog extends TextDialog {

    private static final int MAX_OPENING = 1024;
    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"([\\w.]{1,40})\"");
    private static final Pattern AGENT = Pattern.compile("\"agent\"\\s*:\\s*\"([^\"]{1,80})\"");
    private static final Pattern SUBSCRIBER = Pattern.compile("\"params\"\\s*:\\s*\\[\\s*\"([^\"]{1,80})\"");
    private static final Set<String> LOGINS = Set.of("mining.authorize", "login", "eth_submitLogin", "eth_login");

    /** How Stratum is told: by a line with one of the methods miners begin with. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "Mining",
            StreamProtocol.oneOf("{"),
            StratumDialog::starts,
            (look, around) -> new StratumDialog(look.side(), around));

    private StratumDialog(Party client, Around around) {
        super("Mining", client, around);
    }

    private static Verdict starts(Look look) {
        boolean pool = look.holds("\"mining.", MAX_OPENING) || look.holds("\"eth_submitlogin\"", MAX_OPENING);
        boolean login = look.holds("\"login\"", MAX_OPENING) && look.holds("\"agent\"", MAX_OPENING);
        if (pool || login) {
            return Verdict.YES;
        }
        boolean more = look.indexOf('\n', 0, MAX_OPENING) < 0 && look.length() < MAX_OPENING;
        return more ? Verdict.MORE : Verdict.NO;
    }

    @Override
    protected void request(String line, Chunk at) {
        Matcher method = METHOD.matcher(line);
        if (!method.find()) {
            return;
        }
        understood();
        String name = method.group(1);
        service.request(name);
        if (name.equals("mining.subscribe")) {
            software(SUBSCRIBER.matcher(line));
        }
        software(AGENT.matcher(line));
        if (LOGINS.contains(name)) {
            login.attempt(at.packet());
            login.user();
        }
    }

    private void software(Matcher found) {
        if (found.find()) {
            service.client(found.group(1));
        }
    }

    @Override
    protected void reply(String line, Chunk at) {
        if (login.pending() && (line.contains("\"result\"") || line.contains("\"error\""))) {
            boolean refused = line.contains("\"result\":false") || line.contains("\"error\":{");
            login.answer(!refused && !line.contains("\"error\":["));
        }
    }
}
