package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a suppression rule covers, and what trips it. */
final class RuleOptions {

    @Option(names = "--source", paramLabel = "NET", description = "Who began: an address or a network (CIDR).")
    private @Nullable String source;

    @Option(names = "--destination", paramLabel = "NET", description = "Who was reached: an address or a network.")
    private @Nullable String destination;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name asked for; *.example.org for that name and all below it.")
    private @Nullable String name;

    @Option(
            names = "--application",
            paramLabel = "NAME",
            description = "A protocol or application, as reports name it.")
    private @Nullable String application;

    @Option(names = "--port", paramLabel = "N", description = "The port of who was reached.")
    private @Nullable Integer port;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "One kind of finding, for example beacon; of an alert with several only that one is hidden.")
    private @Nullable String code;

    @Option(names = "--site", paramLabel = "NAME", description = "Only alerts of this site.")
    private @Nullable String site;

    @Option(names = "--sensor", paramLabel = "NAME", description = "Only alerts of this sensor.")
    private @Nullable String sensor;

    @Option(
            names = "--tripwire",
            paramLabel = "WIRE",
            converter = Wire.Reader.class,
            description = {
                "What such an exchange may not do and stay hidden; may be given again. size=20k: carry more; size=3x: "
                        + "more than three times what was seen. status=http:204,dns:0: end otherwise. period=240-360: "
                        + "come sooner or later, in seconds from the exchange of the same two ends before, or have "
                        + "another period. peers=a,b: be with anybody else. status, period or peers alone: set where "
                        + "the stored alerts are."
            })
    private List<Wire> wires = List.of();

    /** The rule's members that are given here. */
    ObjectNode rule() {
        ObjectNode rule = JsonMapper.builder().build().createObjectNode();
        ObjectNode match = rule.putObject("match");
        put(match, "source", source);
        put(match, "destination", destination);
        put(match, "name", name);
        put(match, "application", application);
        put(match, "code", code);
        put(match, "site", site);
        put(match, "sensor", sensor);
        if (port != null) {
            match.put("port", port);
        }
        if (!wires.isEmpty()) {
            ObjectNode trip = rule.putObject("tripwires");
            wires.forEach(wire -> wire.put(trip));
        }
        return rule;
    }

    private static void put(ObjectNode match, String member, @Nullable String value) {
        if (value != null) {
            match.put(member, value);
        }
    }
}
