package io.wirecase.report.store;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.Resolution;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.CommunityId;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Codec;
import org.jspecify.annotations.Nullable;

/** A flow as a row of {@code flow_fact}. */
final class FlowRow {

    private static final String[] COLUMNS = {
        "arrived",
        "capture_id",
        "revision",
        "flow_id",
        "part",
        "last",
        "site",
        "transport",
        "ip_protocol",
        "originator",
        "originator_port",
        "responder",
        "responder_port",
        "start_nanos",
        "end_nanos",
        "start_time",
        "first_packet",
        "out_packets",
        "out_frame_bytes",
        "out_ip_bytes",
        "out_payload_bytes",
        "in_packets",
        "in_frame_bytes",
        "in_ip_bytes",
        "in_payload_bytes",
        "application",
        "application_from",
        "community_id",
        "http_host",
        "user_agent",
        "server_name",
        "resolved_name",
        "whole"
    };

    static final String COPY = "COPY flow_fact (" + String.join(", ", COLUMNS) + ") FROM STDIN (FORMAT binary)";

    private FlowRow() {}

    /** Appends a flow. @param arrivedDay days since 1970-01-01 of the day its block reached the broker */
    static void write(BinaryRows rows, Flow flow, long arrivedDay) {
        rows.row(COLUMNS.length);
        rows.date(arrivedDay);
        rows.uuid(flow.origin().captureId());
        rows.number(flow.origin().revision());
        rows.uuid(flow.id());
        rows.number(flow.ending().part());
        rows.bool(flow.ending().last());
        rows.text(Columns.text(flow.origin().site()));
        who(rows, flow);
        rows.number(flow.span().startNanos());
        rows.number(flow.span().endNanos());
        rows.timestamp(flow.span().startNanos());
        rows.number(flow.span().firstPacket());
        counts(rows, flow.traffic().originator());
        counts(rows, flow.traffic().responder());
        what(rows, flow);
        rows.bytes(Codec.encodeFlow(flow));
    }

    private static void who(BinaryRows rows, Flow flow) {
        rows.text(flow.key().transport().name());
        rows.number(flow.key().ipProtocol());
        rows.bytes(flow.originator().bytes());
        rows.number(flow.key().originator().port());
        rows.bytes(flow.responder().bytes());
        rows.number(flow.key().responder().port());
    }

    private static void counts(BinaryRows rows, Counts counts) {
        rows.number(counts.packets());
        rows.number(counts.frameBytes());
        rows.number(counts.ipBytes());
        rows.number(counts.payloadBytes());
    }

    private static void what(BinaryRows rows, Flow flow) {
        Facts facts = flow.facts();
        CommunityId community = CommunityId.of(flow.key(), facts.icmp());
        HttpExchange.Request request = firstRequest(facts.http());
        TlsFacts tls = facts.tls();
        Resolution resolution = flow.resolution();
        rows.text(
                flow.application().protocols().isEmpty()
                        ? null
                        : Columns.text(flow.application().protocol()));
        rows.text(flow.application().from().name());
        rows.text(community == null ? null : community.value());
        untrusted(rows, request == null ? null : request.host());
        untrusted(rows, request == null ? null : request.userAgent());
        untrusted(rows, tls == null ? null : tls.serverName());
        untrusted(rows, resolution == null ? null : resolution.name());
    }

    private static HttpExchange.@Nullable Request firstRequest(@Nullable HttpFacts http) {
        if (http == null) {
            return null;
        }
        for (HttpExchange exchange : http.exchanges()) {
            if (exchange.request() != null) {
                return exchange.request();
            }
        }
        return null;
    }

    private static void untrusted(BinaryRows rows, @Nullable UntrustedText text) {
        rows.text(Columns.text(text));
    }
}
