package io.wirecase.detection.risk.application;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.ProtocolPorts;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A protocol that was seen in a flow's bytes on a port where it does not live. The limit names the ports it was
 * expected on, the observed value the one where it was found.
 */
public final class NonStandardPort implements FlowRiskDetector {

    /** Mail over TLS has ports of its own. */
    private static final Set<String> MAIL_OVER_TLS = Set.of("IMAPS", "POPS", "SMTPS");

    @Override
    public FlowRisk risk() {
        return FlowRisk.KNOWN_PROTOCOL_ON_NON_STANDARD_PORT;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        Integer server = flow.key().responder().port();
        Integer client = flow.key().originator().port();
        List<String> stack = protocols(flow.application());
        if (server == null || client == null || stack.isEmpty() || !Applications.seen(flow)) {
            return Optional.empty();
        }
        Transport transport = flow.key().transport();
        Homes homes = context.ndpiCompatible() ? Homes.NDPI : Homes.OURS;
        Optional<String> owner = homes.owner(transport, server).or(() -> homes.owner(transport, client));
        boolean outOfPlace = owner.isPresent()
                ? misplaced(homes, transport, server, stack, owner.get())
                : homeless(homes, transport, List.of(server, client), stack);
        return outOfPlace ? Optional.of(finding(homes, transport, server, stack)) : Optional.empty();
    }

    /** The protocols, and an application where it is one with ports of its own. */
    private static List<String> protocols(Application application) {
        List<String> all = application.stack();
        boolean own = !all.isEmpty() && ProtocolPorts.hasDefaults(all.getLast());
        return own ? all : application.protocols();
    }

    private static boolean misplaced(Homes homes, Transport transport, int server, List<String> stack, String owner) {
        String carrier = stack.getFirst();
        String application = stack.getLast();
        return !owner.equals(carrier)
                && !owner.equals(application)
                && homes.known(carrier)
                && !homes.of(transport, carrier).contains(server)
                && !homes.accepted(carrier, server)
                && !homes.accepted(application, server)
                && !(carrier.equals("TLS") && MAIL_OVER_TLS.contains(owner));
    }

    private static boolean homeless(
            Homes homes, Transport transport, List<Integer> serverAndClient, List<String> stack) {
        Set<Integer> its = new LinkedHashSet<>(homes.of(transport, stack.getFirst()));
        its.addAll(homes.of(transport, stack.getLast()));
        return !its.isEmpty()
                && its.stream().noneMatch(serverAndClient::contains)
                && !homes.accepted(stack.getFirst(), serverAndClient.getFirst())
                && !homes.accepted(stack.getLast(), serverAndClient.getFirst());
    }

    /** Each protocol by itself, what is carried before what carries it: "TLS found on 80, expected on 443". */
    private Finding finding(Homes homes, Transport transport, int server, List<String> stack) {
        List<String> found = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String protocol : new LinkedHashSet<>(List.of(stack.getLast(), stack.getFirst()))) {
            List<Integer> ports = homes.of(transport, protocol);
            if (!ports.isEmpty() && !ports.contains(server)) {
                String where = " on " + ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
                found.add(protocol + " found on " + server + ", expected" + where);
                expected.add(protocol + where);
            }
        }
        String description =
                found.isEmpty() ? String.join(".", stack) + " found on " + server : String.join("; ", found);
        String limit = expected.isEmpty() ? null : String.join("; ", expected);
        return Findings.of(risk(), description, new UntrustedText(Integer.toString(server)), limit);
    }
}
