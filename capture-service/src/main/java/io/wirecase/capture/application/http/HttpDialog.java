package io.wirecase.capture.application.http;

import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.StreamDecoder;
import io.wirecase.core.flow.HttpFacts;
import io.wirecase.core.flow.Party;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1 connection: its exchanges, and what it carries once it is a tunnel (CONNECT) or was upgraded (101), which
 * goes to an inner decoder.
 */
public final class HttpDialog implements StreamDecoder {

    private final Party client;
    private final Supplier<StreamDecoder> inner;
    private final Exchanges exchanges = new Exchanges();
    private final MessageReader requests = new MessageReader(new Requests(), true);
    private final MessageReader responses = new MessageReader(new Responses(), false);
    private String carrier = "HTTP";
    private @Nullable String upgraded;
    private @Nullable StreamDecoder tunnel;
    private boolean connecting;

    /**
     * Starts with nothing read.
     *
     * @param client who sends the requests
     * @param inner makes the decoder of what a tunnel carries, called at most once
     */
    public HttpDialog(Party client, Supplier<StreamDecoder> inner) {
        this.client = client;
        this.inner = inner;
    }

    /** The exchanges so far. */
    public HttpFacts facts() {
        return exchanges.facts();
    }

    /** {@code HTTP}, {@code HTTP_Proxy} or {@code HTTP_Connect}, and what it was upgraded to, if anything. */
    public List<String> stack() {
        return upgraded == null ? List.of(carrier) : List.of(carrier, upgraded);
    }

    @Override
    public void data(Chunk chunk) {
        reader(chunk.sender()).data(chunk);
    }

    @Override
    public void gap(Party sender, long missing) {
        MessageReader reader = reader(sender);
        if (reader.beyond() && tunnel != null) {
            tunnel.gap(sender, missing);
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
        return !tunnelOnly || tunnel == null || tunnel.wantsMore();
    }

    private void beyond(Chunk chunk) {
        if (tunnel == null) {
            tunnel = inner.get();
        }
        if (tunnel.wantsMore()) {
            tunnel.data(chunk);
        }
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

    private static @Nullable String protocol(@Nullable String upgrade) {
        return switch (upgrade == null ? "" : upgrade.toLowerCase(Locale.ROOT)) {
            case "websocket" -> "WebSocket";
            case "h2c" -> "HTTP2";
            default -> null;
        };
    }
}
