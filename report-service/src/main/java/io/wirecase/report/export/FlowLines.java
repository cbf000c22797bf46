package io.wirecase.report.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.CommunityId;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.LaterFragments;
import io.wirecase.core.flow.Traffic;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Codec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Flows of a capture as lines of {@code flows.jsonl}. "out" is originator to responder, "in" the other way.
 * Fragments behind the first of their datagrams have no transport header; they are counted apart, under "fragments".
 */
public final class FlowLines {

    private final CaptureState capture;
    private final Moments moments;

    /** Lines for a capture's flows. */
    public FlowLines(CaptureState capture) {
        this.capture = capture;
        Accounts accounts = capture.accounts();
        this.moments = Moments.of(accounts == null ? "ns" : accounts.resolution());
    }

    /**
     * A flow as UTF-8 JSON with a line feed.
     *
     * @param codes the codes of its alert's findings
     * @param score its alert's score, or null without an alert
     */
    public byte[] line(Flow flow, List<String> codes, @Nullable Integer score) {
        ObjectNode line = Codec.json().createObjectNode();
        line.put("capture", capture.name());
        line.put("captureId", capture.id().toString());
        line.put("site", flow.origin().site());
        line.put("id", flow.id().toString());
        CommunityId community = CommunityId.of(flow.key(), flow.facts().icmp());
        if (community != null) {
            line.put("communityId", community.value());
        }
        line.put("transport", flow.key().transport().name());
        if (flow.key().ipProtocol() != null) {
            line.put("ipProtocol", flow.key().ipProtocol());
        }
        endpoint(line.putObject("originator"), flow.key().originator());
        endpoint(line.putObject("responder"), flow.key().responder());
        what(line, flow);
        line.put("start", moments.text(flow.span().startNanos()));
        line.put("end", moments.text(flow.span().endNanos()));
        Traffic whole = flow.traffic().withoutFragments();
        counts(line, whole.originator(), whole.responder());
        LaterFragments fragments = flow.traffic().fragments();
        if (fragments != null) {
            counts(line.putObject("fragments"), fragments.originator(), fragments.responder());
        }
        var list = line.putArray("codes");
        codes.forEach(list::add);
        line.put("score", score == null ? 0 : score);
        line.set("facts", Codec.json().valueToTree(flow.facts()));
        byte[] json = Codec.encode(line);
        byte[] ended = Arrays.copyOf(json, json.length + 1);
        ended[json.length] = '\n';
        return ended;
    }

    private static String words(Application.Found found) {
        return found.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void what(ObjectNode line, Flow flow) {
        Application application = flow.application();
        line.put("application", application.name());
        line.put("applicationFrom", words(application.from()));
        if (application.named() != null) {
            line.put("applicationNamed", words(application.named()));
        }
        if (!flow.key().vlans().isEmpty()) {
            var vlans = line.putArray("vlans");
            flow.key().vlans().forEach(vlans::add);
        }
        if (flow.key().tunnel() != null) {
            line.put("tunnel", flow.key().tunnel());
        }
        Resolution resolution = flow.resolution();
        if (resolution != null) {
            line.put("resolvedName", resolution.name().raw());
        }
        TcpFacts tcp = flow.facts().tcp();
        if (tcp != null) {
            line.put("tcpState", tcp.state());
        }
        line.put("firstPacket", flow.span().firstPacket());
        line.put("lastPacket", flow.span().lastPacket());
    }

    private static void endpoint(ObjectNode node, Endpoint endpoint) {
        node.put("address", endpoint.address().toString());
        if (endpoint.port() != null) {
            node.put("port", endpoint.port());
        }
    }

    private static void counts(ObjectNode node, Counts out, Counts in) {
        both(node.putObject("packets"), out.packets(), in.packets());
        ObjectNode bytes = node.putObject("bytes");
        both(bytes.putObject("frame"), out.frameBytes(), in.frameBytes());
        both(bytes.putObject("ip"), out.ipBytes(), in.ipBytes());
        both(bytes.putObject("payload"), out.payloadBytes(), in.payloadBytes());
    }

    private static void both(ObjectNode node, long out, long in) {
        node.put("out", out);
        node.put("in", in);
    }
}
