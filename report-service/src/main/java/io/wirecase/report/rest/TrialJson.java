package io.wirecase.report.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.suppression.Tripwires;
import io.wirecase.core.wire.Codec;
import io.wirecase.report.suppression.Draft;
import io.wirecase.report.suppression.Trial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule would do, as JSON. */
final class TrialJson {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private TrialJson() {}

    static ObjectNode of(Draft draft, @Nullable Tripwires tripwires, Trial trial) {
        ObjectNode node = Codec.json().createObjectNode();
        node.set("match", Codec.json().valueToTree(draft.match()));
        if (tripwires != null) {
            node.set("tripwires", Codec.json().valueToTree(tripwires));
        }
        node.put("coversEverything", draft.coversEverything());
        node.put("alerts", trial.seen());
        node.put("hidden", trial.hidden());
        node.put("partly", trial.trimmed());
        node.put("moved", trial.moved());
        node.put("hosts", trial.hosts());
        ObjectNode codes = node.putObject("codes");
        trial.codes().forEach(codes::put);
        node.set("firstHidden", alerts(trial.hiddenFirst()));
        node.set("firstMoved", alerts(trial.movedFirst()));
        return node;
    }

    private static ArrayNode alerts(List<Trial.Shown> shown) {
        ArrayNode list = Codec.json().createArrayNode();
        for (Trial.Shown one : shown) {
            Alert alert = one.alert();
            ObjectNode entry = list.addObject();
            entry.put("alert", alert.id().toString());
            entry.put("time", time(alert.eventNanos()));
            entry.put("site", alert.site());
            entry.put("host", alert.subject().host().toString());
            IpAddress peer = alert.subject().peer();
            if (peer != null) {
                entry.put("peer", peer.toString());
            }
            entry.put("score", alert.score());
            ArrayNode codes = entry.putArray("codes");
            alert.findings().stream().map(Finding::code).distinct().forEach(codes::add);
            if (!one.moved().isEmpty()) {
                entry.set("moved", Codec.json().valueToTree(one.moved()));
            }
        }
        return list;
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND))
                .toString();
    }
}
