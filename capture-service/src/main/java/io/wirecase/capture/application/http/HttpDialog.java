package io.wirecase.capture.application.http;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.Handover;
import io.wirecase.capture.application.dialog.StreamDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1 connection: its exchanges, and what it carries once it is a tunnel (CONNECT) or was upgraded (101), which
 * goes to an inner decoder; what a web socket carries, without its frames.
 */
public final class HttpDialog implements StreamDialog {

    /** How HTTP/1 is told. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "HTTP",
            HttpStart::token,
            look -> HttpStart.of(look.reader()),
            (look, around) -> new HttpDialog(client(look), around));

    private final Party client;
    private final Handover handover;
    private final Exchanges exchanges = new Exchanges();
    private final MessageReader requests = new MessageReader(new Requests(), true);
    private final MessageReader responses = new MessageReader(new Responses(), false);
    private final HttpLogin login = new HttpLogin();
    private final WebSocketReader asked;
    private final WebSocketReader answered;
    private String carrier = "HTTP";
    private @Nullable String upgraded;
    private boolean connecting;

    /**
     * Starts with nothing read.
     *
     * @param client who sends the requests
     * @param around what the connection is part of
     */
    public HttpDialog(Party client, Around around) {
        this.client = client;
        this.handover = new Handover(around);
        this.asked = new WebSocketReader(handover::data);
        this.answered = new WebSocketReader(handover::data);
    }

    private static Party client(Look look) {
        return look.starts("HTTP/") ? look.side().other() : look.side();
    }

    /** {@code HTTP}, {@code HTTP_Proxy} or {@code HTTP_Connect}, and what it was upgraded to or carries. */
    @Override
    public Application application() {
        List<String> own = upgraded == null ? List.of(carrier) : List.of(carrier, upgraded);
        return handover.within(own, Application.Found.DECODED);
    }

    @Override
    public void tell(Facts.Draft facts) {
        Facts.Draft inside = new Facts.Draft();
        handover.tell(inside);
        handover.tell(facts);
        facts.http(joined(exchanges.facts(), inside.build().http()));
        login.tell(facts);
    }

    /** The connection's own exchanges, then those in what it carries. */
    private static HttpFacts joined(HttpFacts own, @Nullable HttpFacts carried) {
        if (carried == null) {
            return own;
        }
        List<HttpExchange> all = new ArrayList<>(own.exchanges());
        all.addAll(carried.exchanges());
        int kept = Math.min(all.size(), HttpFacts.MAX_EXCHANGES);
        return new HttpFacts(all.subList(0, kept), own.omitted() + carried.omitted() + all.size() - kept);
    }

    @Override
    public @Nullable UntrustedText askedName() {
        return exchanges.askedName();
    }

    @Override
    public void data(Chunk chunk) {
        reader(chunk.sender()).data(chunk);
    }

    @Override
    public void gap(Party sender, long missing) {
        MessageReader reader = reader(sender);
        if (reader.beyond() && upgraded != null) {
            frames(sender).gap();
        } else if (reader.beyond() && handover.over()) {
            handover.gap(sender, missing);
        } else {
            reader.gap(missing);
        }
    }

    private MessageReader reader(Party sender) {
        return sender == client ? requests : responses;
    }

    @Override
    public boolean wantsMore() {
        boolean tunnelOnly = requests.beyond() && responses.beyond();
        return !tunnelOnly || handover.wantsMore() && (upgraded == null || !asked.ended() || !answered.ended());
    }

    @Override
    public int held() {
        return FEW_NOTES + requests.held() + responses.held() + exchanges.held() + handover.held();
    }

    private void beyond(Chunk chunk) {
        handover.begin();
        if (upgraded == null) {
            handover.data(chunk);
        } else if (handover.wantsMore()) {
            frames(chunk.sender()).data(chunk);
        }
    }

    private WebSocketReader frames(Party sender) {
        return sender == client ? asked : answered;
    }

    private final class Requests implements MessageReader.Owner {

        @Override
        public Framing head(Message message) {
            connecting = message.method().equals("CONNECT");
            if (connecting) {
                carrier = "HTTP_Connect";
            } else if (message.absoluteForm() && carrier.equals("HTTP")) {
                carrier = "HTTP_Proxy";
            }
            exchanges.request(message);
            login.request(message.head().credentials(), message.packet());
            return Framing.ofRequest(message.head());
        }

        @Override
        public void beyond(Chunk chunk) {
            HttpDialog.this.beyond(chunk);
        }

        @Override
        public boolean tunnelled() {
            return connecting;
        }
    }

    private final class Responses implements MessageReader.Owner {

        @Override
        public Framing head(Message message) {
            int status = message.status();
            Framing framing = Framing.ofResponse(message.head(), status, exchanges.answering());
            boolean handover = framing instanceof Framing.Handover;
            if (status >= Framing.CONTINUE_BELOW || handover || status < 0) {
                exchanges.response(message);
                login.response(status);
            }
            if (handover) {
                upgraded = protocol(message.head().upgrade());
                requests.handOver();
            }
            return framing;
        }

        @Override
        public void beyond(Chunk chunk) {
            HttpDialog.this.beyond(chunk);
        }

        @Override
        public boolean tunnelled() {
            return connecting;
        }
    }

    /** What is no protocol of the catalog; the others tell themselves by their first bytes. */
    private static @Nullable String protocol(@Nullable String upgrade) {
        return "websocket".equalsIgnoreCase(upgrade) ? "WebSocket" : null;
    }
}
