package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.input.FlowTotals;
import io.wirecase.report.wording.CaseFile;

/** The {@code traffic} member. */
final class TrafficJson {

    private TrafficJson() {}

    static ObjectNode of(CaseFile file) {
        FlowTotals totals = file.totals();
        ObjectNode node = Json.object();
        node.put("flows", totals.flows());
        node.put("packets", totals.packets());
        node.put("bytes", totals.bytes());
        ArrayNode protocols = node.putArray("protocols");
        totals.protocols()
                .forEach(p -> protocols
                        .addObject()
                        .put("name", p.name())
                        .put("packets", p.packets())
                        .put("bytes", p.bytes())
                        .put("flows", p.flows()));
        node.set("protocolsListed", DetectionsJson.listed(protocols.size(), totals.protocolsTotal()));
        pairs(node, totals);
        Json.fact(node, "packetsPerSecond", file.facts(), "rate");
        FlowTotals.Minute busiest = totals.busiestMinute();
        if (busiest != null) {
            node.putObject("busiestMinute")
                    .put("minute", Json.time(busiest.startNanos(), 0))
                    .put("packets", busiest.packets())
                    .put("basis", "packets of the flows that started in it");
        }
        return node;
    }

    private static void pairs(ObjectNode node, FlowTotals totals) {
        ArrayNode talkers = node.putArray("topTalkers");
        totals.talkers()
                .forEach(t -> talkers.addObject()
                        .put("address", t.address().toString())
                        .put("packets", t.packets())
                        .put("sentBytes", t.sentBytes())
                        .put("receivedBytes", t.receivedBytes())
                        .put("flows", t.flows()));
        node.set("topTalkersListed", DetectionsJson.listed(talkers.size(), totals.talkersTotal()));
        ArrayNode conversations = node.putArray("conversations");
        totals.conversations()
                .forEach(c -> conversations
                        .addObject()
                        .put("a", c.a().toString())
                        .put("b", c.b().toString())
                        .put("packets", c.packets())
                        .put("bytes", c.bytes())
                        .put("flows", c.flows()));
        node.set("conversationsListed", DetectionsJson.listed(conversations.size(), totals.conversationsTotal()));
    }
}
