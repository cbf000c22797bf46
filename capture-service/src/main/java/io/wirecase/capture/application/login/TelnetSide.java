package io.wirecase.capture.application.login;

import java.util.function.IntConsumer;

/** Takes the commands of Telnet (RFC 854, RFC 855) out of one side's bytes. */
final class TelnetSide {

    private static final int IAC = 255;
    private static final int DONT = 254;
    private static final int WILL = 251;
    private static final int SB = 250;
    private static final int SE = 240;
    private static final int TERMINAL_TYPE = 24;
    private static final int MAX_TERMINAL = 40;

    private enum State {
        TEXT,
        COMMAND,
        OPTION,
        SUB,
        SUB_COMMAND
    }

    private final IntConsumer text;
    private final StringBuilder parameter = new StringBuilder();
    private State state = State.TEXT;
    private int parameters;
    private boolean terminal;
    private boolean negotiated;

    /** Hands over what is text, byte by byte. */
    TelnetSide(IntConsumer text) {
        this.text = text;
    }

    /** Whether an option was offered or asked for. */
    boolean negotiated() {
        return negotiated;
    }

    /** The terminal type it told (RFC 1091), or "". */
    String terminal() {
        return terminal && state != State.SUB ? parameter.toString() : "";
    }

    void take(int b) {
        switch (state) {
            case TEXT -> {
                if (b == IAC) {
                    state = State.COMMAND;
                } else {
                    text.accept(b);
                }
            }
            case COMMAND -> command(b);
            case OPTION -> {
                negotiated = true;
                state = State.TEXT;
            }
            case SUB -> parameter(b);
            case SUB_COMMAND -> state = b == SE ? State.TEXT : State.SUB;
        }
    }

    private void command(int b) {
        if (b == SB) {
            state = State.SUB;
            parameters = 0;
        } else if (b >= WILL && b <= DONT) {
            state = State.OPTION;
        } else {
            state = State.TEXT;
            if (b == IAC) {
                text.accept(b);
            }
        }
    }

    /** Of the type of a terminal the first is kept: the option, 0 for "is", then its letters. */
    private void parameter(int b) {
        if (b == IAC) {
            state = State.SUB_COMMAND;
            return;
        }
        parameters++;
        if (parameters == 1 && b == TERMINAL_TYPE && parameter.isEmpty()) {
            terminal = true;
        } else if (parameters == 1) {
            terminal = terminal && !parameter.isEmpty();
        } else if (terminal && parameters > 2 && b > ' ' && b < 0x7F && parameter.length() < MAX_TERMINAL) {
            parameter.append((char) b);
        }
    }
}
