package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.report.wording.CaseFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the packets behind a report are: paths at the front door, which answers 410 once they are kept no longer. */
final class PacketLinks {

    /** Flows named in one link: their ids still fit where people paste addresses. */
    private static final int MOST_FLOWS = 40;

    private static final String CAPTURES = "/api/v1/captures/";
    private static final int NANO_DIGITS = 9;

    private PacketLinks() {}

    /** The member of a source that says whether its packets are kept, and where. */
    static void put(ObjectNode node, CaptureState source) {
        node.put("packetsHref", CAPTURES + source.id() + "/packets");
        node.put("packetsKept", !source.packetsGone());
        CaptureState.Keeping keeping = source.keeping();
        if (keeping != null && keeping.gone() != null) {
            node.put("packetsGone", keeping.gone());
            if (keeping.goneNanos() != null) {
                node.put("packetsGoneAt", Json.time(keeping.goneNanos(), NANO_DIGITS));
            }
        }
    }

    /** The links of the report: an RFC 6570 template each. */
    static ObjectNode templates(CaseFile file) {
        return Json.object()
                .put(
                        "claimPackets",
                        CAPTURES + "{capture}/packets?report=" + file.input().id() + "&claim={claim}")
                .put("flowPackets", CAPTURES + "{capture}/packets{?flow*,revision}")
                .put("hostPackets", CAPTURES + "{capture}/packets{?host,from,to}");
    }

    /** The packets of a pattern's flows, a link for each capture. */
    static ArrayNode evidence(List<Flow> flows) {
        Map<FlowOrigin, List<Flow>> byCapture =
                flows.stream().collect(Collectors.groupingBy(Flow::origin, LinkedHashMap::new, Collectors.toList()));
        ArrayNode evidence = Json.array();
        byCapture.forEach((origin, of) -> {
            List<Flow> named = of.subList(0, Math.min(MOST_FLOWS, of.size()));
            String ids = named.stream().map(flow -> "&flow=" + flow.id()).collect(Collectors.joining());
            evidence.addObject()
                    .put("capture", origin.captureId().toString())
                    .put("flows", named.size())
                    .put("flowsTotal", of.size())
                    .put("href", CAPTURES + origin.captureId() + "/packets?revision=" + origin.revision() + ids);
        });
        return evidence;
    }
}
