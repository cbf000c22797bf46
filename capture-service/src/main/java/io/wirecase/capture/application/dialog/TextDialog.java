package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A protocol of lines, which may hand over to TLS. Reading stops after enough lines to know it. */
public abstract class TextDialog implements StreamDialog {

    /** Lines of both sides after which nothing new is expected; guessing of passwords is well seen by then. */
    private static final int MAX_LINES = 2048;
    /** The first byte of a TLS handshake, which no line begins with. */
    private static final int TLS_HANDSHAKE = 22;

    private final String name;
    private final Party client;
    private final Handover handover;
    private final LineReader requests = new LineReader();
    private final LineReader replies = new LineReader();
    private int lines;
    private boolean decoded;

    /** What its ends said of themselves. */
    protected final ServiceNotes service;
    /** Who logged in, and how. */
    protected final LoginNotes login;

    /**
     * Has read nothing.
     *
     * @param name its name, as in {@link Application#stack()}
     * @param client who asks
     * @param around what the stream is part of
     */
    protected TextDialog(String name, Party client, Around around) {
        this.name = name;
        this.client = client;
        this.handover = new Handover(around);
        this.service = new ServiceNotes(name);
        this.login = new LoginNotes(name);
    }

    /** A line of the client's, without its end, cut when it is very long. */
    protected abstract void request(String line, Chunk at);

    /** A line of the server's, without its end, cut when it is very long. */
    protected abstract void reply(String line, Chunk at);

    /** Says that a message was understood. */
    protected final void understood() {
        decoded = true;
    }

    /** Says that TLS, or another protocol, begins with the next byte of each side. */
    protected final void handOver() {
        handover.begin();
    }

    /** Leaves out so many of the client's next bytes. */
    protected final void skipRequest(long bytes) {
        requests.skip(bytes);
    }

    /** Leaves out so many of the server's next bytes. */
    protected final void skipReply(long bytes) {
        replies.skip(bytes);
    }

    @Override
    public final void data(Chunk chunk) {
        Chunk rest = chunk;
        boolean asks = chunk.sender() == client;
        LineReader reader = asks ? requests : replies;
        while (rest.length() > 0) {
            if (reader.atStart() && rest.at(0) == TLS_HANDSHAKE) {
                handover.begin();
            }
            if (handover.over()) {
                handover.data(rest);
                return;
            }
            rest = rest.from(reader.take(rest));
            if (reader.ended() && lines++ < MAX_LINES) {
                line(asks, reader.takeLine(), chunk);
            }
        }
    }

    private void line(boolean asks, String line, Chunk at) {
        if (asks) {
            request(line, at);
        } else {
            reply(line, at);
        }
    }

    @Override
    public final void gap(Party sender, long missing) {
        if (handover.over()) {
            handover.gap(sender, missing);
        } else {
            (sender == client ? requests : replies).gap(missing);
        }
    }

    @Override
    public final boolean wantsMore() {
        return handover.over() ? handover.wantsMore() : lines < MAX_LINES;
    }

    @Override
    public final Application application() {
        return handover.within(List.of(name), decoded ? Application.Found.DECODED : Application.Found.GUESSED);
    }

    @Override
    public final void tell(Facts.Draft facts) {
        if (decoded) {
            service.tell(facts);
            login.tell(facts);
        }
        handover.tell(facts);
    }

    @Override
    public final int held() {
        return FEW_NOTES + requests.held() + replies.held() + handover.held();
    }

    @Override
    public final @Nullable UntrustedText askedName() {
        return handover.askedName();
    }
}
