package io.wirecase.capture.application.desktop;

import io.wirecase.capture.application.dialog.LoginNotes;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Gathered;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import java.util.List;

/** The start of a VNC connection (RFC 6143 section 7.1): versions, kind of security, and whether the login worked. */
public final class VncDialog implements StreamDialog {

    private static final int VERSION = 12;
    private static final int NONE = 1;
    private static final int PASSWORD = 2;
    private static final int CHALLENGE = 16;

    /** How VNC is told: by the version either side begins with. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "VNC",
            StreamProtocol.oneOf("R"),
            look -> look.beginsAny("RFB 003.", "RFB 004.", "RFB 005."),
            (look, around) -> new VncDialog(look.unanswered() ? look.side() : Party.RESPONDER));

    private enum Step {
        SERVER_VERSION,
        CLIENT_VERSION,
        OLD_KIND,
        COUNT,
        KINDS,
        CHOICE,
        CHALLENGED,
        ANSWERED,
        RESULT,
        DONE
    }

    private final Party server;
    private final Gathered served = new Gathered(300);
    private final Gathered asked = new Gathered(300);
    private final ServiceNotes service = new ServiceNotes("VNC");
    private final LoginNotes login = new LoginNotes("VNC");
    private Step step = Step.SERVER_VERSION;
    private String version = "";
    private int kinds;
    private boolean greeted;

    private VncDialog(Party server) {
        this.server = server;
    }

    @Override
    public void data(Chunk chunk) {
        Gathered its = chunk.sender() == server ? served : asked;
        int used = 0;
        while (step != Step.DONE && used < chunk.length() && !its.full()) {
            its.add(chunk, used++, 1);
            while (ready()) {
                take(chunk);
            }
        }
        if (its.full()) {
            step = Step.DONE;
        }
    }

    private boolean ready() {
        return step != Step.DONE && of(step).length() >= wanted();
    }

    private Gathered of(Step at) {
        boolean client = at == Step.CLIENT_VERSION || at == Step.CHOICE || at == Step.ANSWERED;
        return client ? asked : served;
    }

    private int wanted() {
        return switch (step) {
            case SERVER_VERSION, CLIENT_VERSION -> VERSION;
            case OLD_KIND, RESULT -> 4;
            case COUNT, CHOICE -> 1;
            case KINDS -> kinds;
            case CHALLENGED, ANSWERED -> CHALLENGE;
            case DONE -> Integer.MAX_VALUE;
        };
    }

    private void take(Chunk at) {
        Gathered from = of(step);
        ByteReader in = new ByteReader(from.reader().take(wanted()), 0, wanted());
        from.drop(wanted());
        switch (step) {
            case SERVER_VERSION -> {
                greeted = true;
                service.server(line(in));
                step = Step.CLIENT_VERSION;
            }
            case CLIENT_VERSION -> {
                String its = line(in);
                service.client(its);
                version = its.length() > 4 ? its.substring(4) : "";
                service.version(version);
                step = version.startsWith("003.003") ? Step.OLD_KIND : Step.COUNT;
            }
            case OLD_KIND -> chosen((int) Math.min(in.u32(), 255), at);
            case COUNT -> {
                kinds = in.u8();
                step = kinds == 0 ? Step.DONE : Step.KINDS;
            }
            case KINDS -> {
                service.detail("security_offered", offered(in));
                step = Step.CHOICE;
            }
            case CHOICE -> chosen(in.u8(), at);
            case CHALLENGED -> step = Step.ANSWERED;
            case ANSWERED -> step = Step.RESULT;
            case RESULT -> {
                if (login.pending()) {
                    login.answer(in.u32() == 0);
                }
                step = Step.DONE;
            }
            case DONE -> throw new IllegalStateException("nothing is waited for");
        }
    }

    private static String line(ByteReader in) {
        return in.text(VERSION).raw().strip();
    }

    private static String offered(ByteReader in) {
        StringBuilder text = new StringBuilder();
        while (in.remaining() > 0 && text.length() < 80) {
            text.append(text.isEmpty() ? "" : ",").append(named(in.u8()));
        }
        return text.toString();
    }

    private void chosen(int kind, Chunk at) {
        service.detail("security", named(kind));
        if (kind == PASSWORD) {
            login.attempt(at.packet());
            login.mechanism("VNC Authentication");
            step = Step.CHALLENGED;
        } else if (kind == NONE && version.startsWith("003.008")) {
            step = Step.RESULT;
        } else {
            step = Step.DONE;
        }
    }

    private static String named(int kind) {
        return switch (kind) {
            case 0 -> "Invalid";
            case NONE -> "None";
            case PASSWORD -> "VNC Authentication";
            case 5, 6 -> "RA2";
            case 16 -> "Tight";
            case 18 -> "TLS";
            case 19 -> "VeNCrypt";
            case 30 -> "Apple Remote Desktop";
            default -> Integer.toString(kind);
        };
    }

    /** Every message's place depends on those before. */
    @Override
    public void gap(Party sender, long missing) {
        step = Step.DONE;
    }

    @Override
    public boolean wantsMore() {
        return step != Step.DONE;
    }

    @Override
    public Application application() {
        return new Application(List.of("VNC"), greeted ? Application.Found.DECODED : Application.Found.GUESSED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        service.tell(facts);
        login.tell(facts);
    }
}
