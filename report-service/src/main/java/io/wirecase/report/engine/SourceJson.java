package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.CaptureState;
import io.wirecase.core.wire.Losses;
import io.wirecase.report.wording.CaseFile;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of the {@code sources} member: a capture, read or not. One that could not be read has {@code failure} and
 * none of the members from {@code packets} on; a live source has no {@code sha256}, since nothing of it is stored.
 */
final class SourceJson {

    private SourceJson() {}

    static ObjectNode of(CaptureState source) {
        ObjectNode node = Json.object();
        node.put("capture", source.id().toString());
        node.put("revision", source.revision());
        node.put("site", source.site());
        node.put("file", source.name());
        if (!source.sha256().isEmpty()) {
            node.put("sha256", source.sha256());
        }
        node.put("bytes", source.bytes());
        node.put("state", source.state().name().toLowerCase(Locale.ROOT));
        node.put("sensor", source.sensor());
        if (source.failure() != null) {
            node.put("failure", source.failure());
        }
        PacketLinks.put(node, source);
        Accounts accounts = source.accounts();
        if (accounts != null) {
            packets(node, accounts);
        }
        return node;
    }

    private static void packets(ObjectNode node, Accounts accounts) {
        node.put("packets", accounts.packets());
        node.put("decoded", accounts.decoded());
        ObjectNode reasons = node.putObject("undecodable");
        for (Map.Entry<String, Long> reason : new TreeMap<>(accounts.undecodable()).entrySet()) {
            reasons.put(reason.getKey(), reason.getValue());
        }
        Long dropped = accounts.dropped();
        if (dropped != null) {
            node.put("dropped", dropped);
        } else {
            node.put("droppedNotMeasurable", "the capture does not say how many packets its recorder lost");
        }
        node.put("truncated", accounts.truncated());
        node.put("wireBytes", accounts.bytes());
        int digits = CaseFile.digits(accounts.resolution());
        if (accounts.firstNanos() != null) {
            node.put("first", Json.time(accounts.firstNanos(), digits));
        }
        if (accounts.lastNanos() != null) {
            node.put("last", Json.time(accounts.lastNanos(), digits));
        }
        node.put("resolution", accounts.resolution());
        node.set("linkTypes", Json.texts(accounts.linkTypes()));
        node.put("flows", accounts.flows());
        node.put("evicted", accounts.evicted());
        node.set("notes", Json.texts(accounts.notes()));
        Losses losses = accounts.losses();
        if (losses != null) {
            node.putObject("losses")
                    .put("cutBytes", losses.cutBytes())
                    .put("connections", losses.connections())
                    .put("oneSided", losses.oneSided())
                    .put("incomplete", losses.incomplete())
                    .put("missingBytes", losses.missingBytes())
                    .put("stepsBack", losses.stepsBack())
                    .put("farthestStepSeconds", losses.farthestStepNanos() / 1e9);
        }
    }
}
