package io.wirecase.capture.application;

import io.wirecase.capture.application.datagram.FlowContext;
import io.wirecase.capture.application.dns.DnsMessage;
import io.wirecase.capture.application.naming.Names;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.NameConflict;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one flow carries. TCP data comes in order per direction, UDP data datagram by datagram. Bytes decide, on
 * any port and whichever side is seen first; ports only name what no bytes told. Memory is bounded per flow, and no
 * bytes make it throw. One thread at a time.
 */
public final class ApplicationTracker {

    /** Packets in which a name is looked for; without a limit every packet of a long download would be. */
    private static final int MAX_LOOKS = 32;

    /** Bytes that it takes without what it reads. */
    private static final int OWN = 256;

    private final Transport transport;
    private final Ends ends;
    private final NameResolutions names;
    private final UUID flowId;
    private final @Nullable Session session;
    private boolean compared;
    private int looks;
    private @Nullable NameConflict conflict;

    /**
     * Starts with nothing seen.
     *
     * @param transport what carries the flow
     * @param originator who sent its first packet
     * @param responder the other side
     * @param names what the capture's hosts have resolved; DNS answers in this flow are added to it
     * @param flowId the flow's id, named by the resolutions it teaches
     */
    public ApplicationTracker(
            Transport transport, Endpoint originator, Endpoint responder, NameResolutions names, UUID flowId) {
        this(transport, originator, responder, names, new ExpectedFlows(), flowId);
    }

    /**
     * Starts with nothing seen, in a capture whose flows announce others.
     *
     * @param transport what carries the flow
     * @param originator who sent its first packet
     * @param responder the other side
     * @param names what the capture's hosts have resolved; DNS answers in this flow are added to it
     * @param expected the flows that were announced; those that this flow announces are added to it
     * @param flowId the flow's id, named by the resolutions it teaches
     */
    public ApplicationTracker(
            Transport transport,
            Endpoint originator,
            Endpoint responder,
            NameResolutions names,
            ExpectedFlows expected,
            UUID flowId) {
        this.transport = transport;
        this.ends = new Ends(originator, responder);
        this.names = names;
        this.flowId = flowId;
        FlowContext context = new FlowContext(originator, responder, this::answered, expected);
        this.session = switch (transport) {
            case TCP -> new StreamSession(ends, context);
            case UDP -> new DatagramSession(ends, context);
            default -> null;
        };
    }

    /**
     * Says that the flow goes on where a connection had fallen silent; bytes that tell otherwise are believed.
     *
     * @param carried the names of what that carried
     */
    public void resume(List<String> carried) {
        if (session != null) {
            session.resume(carried);
        }
    }

    private void answered(Party sender, DnsMessage message, long timeNanos, long packet) {
        if (message.response()) {
            names.learn(ends.of(sender.other()).address(), message, timeNanos, packet, flowId);
        }
    }

    /**
     * Takes the next bytes of one side: the next in TCP order, or one whole UDP payload. They are copied where needed,
     * so the array may be reused. The range must lie inside the array; what it holds may be anything.
     *
     * @param sender who sent them
     * @param bytes the array they are in
     * @param offset where they begin
     * @param length how many they are, 0 or more
     * @param timeNanos capture time of their packet
     * @param packet number of their packet
     */
    public void data(Party sender, byte[] bytes, int offset, int length, long timeNanos, long packet) {
        if (session != null && length > 0) {
            session.data(new Chunk(sender, bytes, offset, length, timeNanos, packet));
            compareName(session, timeNanos);
        }
    }

    /** Compared when the name is first seen, so that only answers that came before can contradict it. */
    private void compareName(Session read, long timeNanos) {
        if (compared || transport != Transport.TCP || ++looks > MAX_LOOKS) {
            return;
        }
        UntrustedText name = read.askedName();
        if (name != null) {
            compared = true;
            conflict = names.conflict(
                    ends.originator().address(), name, ends.responder().address(), timeNanos);
        }
    }

    /**
     * Says that bytes of one side were sent but are not in the capture (lost, or cut short).
     *
     * @param sender who sent them
     * @param missing how many, 1 or more
     */
    public void gap(Party sender, long missing) {
        if (session != null && missing > 0) {
            session.gap(sender, missing);
        }
    }

    /** Whether more data can still change what this flow is known for; when false, data may be kept back. */
    public boolean wantsMore() {
        return session != null && session.wantsMore();
    }

    /** Bytes of memory it takes, roughly; it changes with {@link #data} and {@link #gap} alone. */
    public int held() {
        return OWN + (session == null ? 0 : session.held());
    }

    /** What the flow carries, as far as known by now. */
    public Application application() {
        String own = Names.ofTransport(transport);
        if (own != null) {
            return new Application(List.of(own), Application.Found.DECODED);
        }
        Application read = session == null ? Application.UNKNOWN : session.application();
        return read.from() == Application.Found.UNKNOWN
                ? ofSilence(transport, ends.originator(), ends.responder())
                : read;
    }

    /** What a flow whose payload told nothing, or that had none, carries by its headers alone. */
    public static Application ofSilence(Transport transport, Endpoint originator, Endpoint responder) {
        String own = Names.ofTransport(transport);
        if (own != null) {
            return new Application(List.of(own), Application.Found.DECODED);
        }
        String expected = Names.ofPorts(transport, responder.port(), originator.port());
        return expected == null ? Application.UNKNOWN : new Application(List.of(expected), Application.Found.BY_PORT);
    }

    /** Tells what was read so far. */
    public void tell(Facts.Draft facts) {
        facts.nameConflict(conflict);
        if (session != null) {
            session.tell(facts);
        }
    }

    /** What was read so far, without what the packets' headers tell. */
    public Facts facts() {
        Facts.Draft draft = new Facts.Draft();
        tell(draft);
        return draft.build();
    }
}
