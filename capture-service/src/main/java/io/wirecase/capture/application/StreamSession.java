package io.wirecase.capture.application;

import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.naming.Names;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a TCP stream: waits until the first bytes of either side tell a protocol of the catalog, then lets its decoder
 * read from the start; else names what the bytes look like. A tunnel or an upgrade holds a session of its own.
 */
final class StreamSession implements Session {

    /** Proxies behind proxies; deeper is hostile. */
    private static final int MAX_DEPTH = 4;

    private final Ends ends;
    private final FlowContext context;
    private final int depth;
    private @Nullable Opening opening;
    private @Nullable StreamDialog dialog;
    private @Nullable String announced;
    private @Nullable List<String> before;

    StreamSession(Ends ends, FlowContext context) {
        this(ends, context, 0);
    }

    private StreamSession(Ends ends, FlowContext context, int depth) {
        this.ends = ends;
        this.context = context;
        this.depth = depth;
        this.opening = depth <= MAX_DEPTH ? new Opening() : null;
    }

    @Override
    public void resume(List<String> carried) {
        before = carried;
    }

    @Override
    public void data(Chunk chunk) {
        if (dialog != null) {
            dialog.data(chunk);
        } else if (opening != null && chunk.length() > 0) {
            open(opening, chunk);
        }
    }

    @Override
    public void gap(Party sender, long missing) {
        if (dialog != null) {
            dialog.gap(sender, missing);
        } else if (opening != null) {
            opening.gap(sender, missing);
        }
    }

    private void open(Opening open, Chunk chunk) {
        if (depth == 0 && open.empty()) {
            announced = context.expectations().announced(ends.originator(), ends.responder(), chunk.timeNanos());
        }
        open.add(chunk);
        Verdict originator = recognise(open, Party.ORIGINATOR);
        Verdict responder = originator == Verdict.YES ? Verdict.NO : recognise(open, Party.RESPONDER);
        Verdict both = originator.or(responder);
        if (both == Verdict.YES) {
            return;
        }
        open.hopeless(originator == Verdict.NO, responder == Verdict.NO);
        List<String> named = both == Verdict.MORE && !open.full() ? null : name(open);
        if (named != null) {
            begin(open, new LabelledStream(named, around()));
        } else if (open.full()) {
            open.clear();
            opening = null;
        }
    }

    /**
     * What the protocols that may begin so say together; of the first that is sure the decoder begins. One that is
     * earlier and not sure yet is waited for, so that it does not matter how the bytes were cut into segments.
     */
    private Verdict recognise(Opening open, Party side) {
        if (open.of(side).length() == 0) {
            return Verdict.NO;
        }
        Look look = look(open, side);
        Verdict all = Verdict.NO;
        for (StreamProtocol protocol : StreamCatalog.startingWith(look.u8(0))) {
            Verdict its = protocol.starts().apply(look);
            if (its == Verdict.YES && (all == Verdict.NO || open.full())) {
                begin(open, protocol.begins().begin(look, around()));
                return its;
            }
            all = its == Verdict.NO ? all : Verdict.MORE;
        }
        return all;
    }

    private Look look(Opening open, Party side) {
        Party other = side.other();
        return new Look(side, open.of(side).reader(), open.of(other).reader(), ends.port(side), ends.port(other));
    }

    private Around around() {
        return new Around(() -> new StreamSession(ends, context, depth + 1), context.answers(), this::expect);
    }

    /** Only of the two hosts themselves: what they say of others may be meant to mislead. */
    private void expect(String protocol, Party end, @Nullable IpAddress said, int port, long timeNanos) {
        IpAddress address = said == null ? ends.of(end).address() : said;
        boolean own = address.equals(ends.originator().address())
                || address.equals(ends.responder().address());
        if (own) {
            context.expectations().expect(protocol, address, port, timeNanos);
        }
    }

    private void begin(Opening open, StreamDialog begun) {
        dialog = begun;
        opening = null;
        open.replay(begun);
        open.clear();
    }

    /** An announcement names what no decoder knows: whoever made it may not hide what is decoded. */
    private @Nullable List<String> name(Opening open) {
        if (announced != null && !open.empty()) {
            return List.of(announced);
        }
        for (Party side : Party.values()) {
            if (open.of(side).length() > 0) {
                List<String> named = Names.ofStream(look(open, side));
                if (named != null) {
                    return named;
                }
            }
        }
        return open.empty() ? null : before;
    }

    @Override
    public boolean wantsMore() {
        return dialog != null ? dialog.wantsMore() : opening != null;
    }

    @Override
    public Application application() {
        if (dialog != null) {
            return dialog.application();
        }
        List<String> named = opening == null ? null : name(opening);
        return named == null ? Application.UNKNOWN : new Application(named, Application.Found.GUESSED);
    }

    @Override
    public int held() {
        return dialog != null ? dialog.held() : opening != null ? opening.held() : 0;
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return dialog == null ? null : AskedName.of(dialog.askedName());
    }

    @Override
    public void tell(Facts.Draft facts) {
        if (dialog != null) {
            dialog.tell(facts);
        }
    }
}
