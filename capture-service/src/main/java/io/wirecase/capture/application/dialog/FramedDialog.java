package io.wirecase.capture.application.dialog;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A protocol of messages that say their own length. Reading stops after enough of them to know it. */
public abstract class FramedDialog implements StreamDialog {

    /** Messages of both sides after which nothing new is expected. */
    private static final int MAX_MESSAGES = 4096;

    private final Handover handover;
    private final FrameReader originator;
    private final FrameReader responder;
    private int messages;
    private boolean decoded;
    private boolean finished;

    /** What its ends said of themselves. */
    protected final ServiceNotes service;
    /** Who logged in, and how. */
    protected final LoginNotes login;

    /**
     * Has read nothing.
     *
     * @param name its name, as in {@link Application#stack()}
     * @param limit the most bytes kept of one message
     * @param around what the stream is part of
     */
    protected FramedDialog(String name, int limit, Around around) {
        this.handover = new Handover(around);
        this.originator = new FrameReader(new Side(Party.ORIGINATOR), limit);
        this.responder = new FrameReader(new Side(Party.RESPONDER), limit);
        this.service = new ServiceNotes(name);
        this.login = new LoginNotes(name);
    }

    private final class Side implements FrameReader.Owner {

        private final Party party;

        Side(Party party) {
            this.party = party;
        }

        @Override
        public long measure(ByteReader seen) {
            return FramedDialog.this.measure(party, seen);
        }

        @Override
        public int keep(ByteReader seen) {
            return FramedDialog.this.keep(seen);
        }

        @Override
        public void message(ByteReader kept, long length, Chunk at) {
            messages++;
            FramedDialog.this.message(party, kept, length, at);
        }
    }

    /**
     * The whole length in bytes of the message that begins so; it may say 0 until enough bytes tell, which must be
     * within the first 600, and something negative when no message begins so.
     */
    protected abstract long measure(Party sender, ByteReader seen);

    /**
     * How much of the message that begins so is to be kept, in bytes; all that the limit allows unless told otherwise.
     *
     * @param seen as much of it as told its length
     */
    protected int keep(ByteReader seen) {
        return Integer.MAX_VALUE;
    }

    /**
     * A message.
     *
     * @param kept the message, or as much of its beginning as is kept or was captured
     * @param length how long the whole is
     */
    protected abstract void message(Party sender, ByteReader kept, long length, Chunk at);

    /** Its names from the carrier inwards. */
    protected List<String> stack() {
        return List.of(service.protocol());
    }

    /** Says that a message was understood. */
    protected final void understood() {
        decoded = true;
    }

    /** Says that there is nothing more to learn. */
    protected final void finish() {
        finished = true;
    }

    /** Says that TLS, or another protocol, begins with the next byte of each side. */
    protected final void handOver() {
        handover.begin();
    }

    @Override
    public final void data(Chunk chunk) {
        Chunk rest = chunk;
        FrameReader reader = reader(chunk.sender());
        while (rest.length() > 0) {
            if (handover.over()) {
                handover.data(rest);
                return;
            }
            if (finished || reader.broken() || messages >= MAX_MESSAGES) {
                return;
            }
            rest = rest.from(reader.take(rest));
        }
    }

    private FrameReader reader(Party sender) {
        return sender == Party.ORIGINATOR ? originator : responder;
    }

    @Override
    public final void gap(Party sender, long missing) {
        if (handover.over()) {
            handover.gap(sender, missing);
        } else {
            reader(sender).gap(missing);
        }
    }

    @Override
    public final boolean wantsMore() {
        if (handover.over()) {
            return handover.wantsMore();
        }
        return !finished && messages < MAX_MESSAGES && !(originator.broken() && responder.broken());
    }

    @Override
    public final Application application() {
        return handover.within(stack(), decoded ? Application.Found.DECODED : Application.Found.GUESSED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        if (decoded) {
            service.tell(facts);
            login.tell(facts);
        }
        handover.tell(facts);
    }

    @Override
    public int held() {
        return FEW_NOTES + originator.held() + responder.held() + handover.held();
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return handover.askedName();
    }
}
