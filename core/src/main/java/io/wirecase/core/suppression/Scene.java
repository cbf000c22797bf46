package io.wirecase.core.suppression;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an alert shows of its traffic. A behaviour shows a few examples of many flows: what they have in common is
 * taken for all of them only where something else says so, or else a rule for one target would hide a scan of others.
 */
final class Scene {

    private static final Set<String> PERIODS = Set.of("period", "periodSeconds");

    private final Alert alert;
    private final List<Flow> flows;
    private final boolean whole;

    private Scene(Alert alert, List<Flow> flows, boolean whole) {
        this.alert = alert;
        this.flows = flows;
        this.whole = whole;
    }

    static Scene of(Alert alert) {
        Flow flow = alert.evidence().flow();
        Behaviour behaviour = alert.evidence().behaviour();
        if (flow != null) {
            return new Scene(alert, List.of(flow), true);
        }
        List<Flow> examples = behaviour == null ? List.of() : behaviour.examples();
        boolean conversation = alert.subject().type() == Subject.Type.CONVERSATION;
        return new Scene(alert, examples, conversation || (behaviour != null && examples.size() >= behaviour.flows()));
    }

    Alert alert() {
        return alert;
    }

    List<Flow> flows() {
        return flows;
    }

    List<String> codes() {
        return alert.findings().stream().map(Finding::code).distinct().toList();
    }

    /** Whether all traffic came from addresses like this, as far as can be told. */
    boolean from(Predicate<IpAddress> where) {
        IpAddress host = alert.subject().host();
        if (flows.isEmpty()) {
            return where.test(host);
        }
        boolean one = flows.stream().allMatch(flow -> flow.originator().equals(host));
        return flows.stream().allMatch(flow -> where.test(flow.originator())) && (one || whole);
    }

    /** Whether all traffic went to addresses like this, as far as can be told. */
    boolean to(Predicate<IpAddress> where) {
        IpAddress peer = alert.subject().peer();
        if (flows.isEmpty()) {
            return peer != null && where.test(peer);
        }
        IpAddress host = alert.subject().host();
        boolean one = flows.stream().allMatch(flow -> flow.responder().equals(host))
                || flows.stream().allMatch(flow -> flow.responder().equals(peer));
        return flows.stream().allMatch(flow -> where.test(flow.responder()))
                && (one || whole || shown("distinctHosts", Flow::responder));
    }

    /** Whether all traffic went to this port, as far as can be told. */
    boolean port(int port) {
        return !flows.isEmpty()
                && flows.stream().allMatch(flow -> Integer.valueOf(port).equals(portOf(flow)))
                && (whole || shown("distinctPorts", Scene::portOf));
    }

    /** Whether every flow is like this, and every flow is known. */
    boolean all(Predicate<Flow> like) {
        return !flows.isEmpty() && whole && flows.stream().allMatch(like);
    }

    /** Whether every flow that is shown is like this. */
    boolean shown(Predicate<Flow> like) {
        return !flows.isEmpty() && flows.stream().allMatch(like);
    }

    /** The period a behaviour was found to have. */
    OptionalDouble period() {
        Behaviour behaviour = alert.evidence().behaviour();
        return behaviour == null
                ? OptionalDouble.empty()
                : behaviour.measures().stream()
                        .filter(measure -> PERIODS.contains(measure.name()))
                        .mapToDouble(Measure::value)
                        .findFirst();
    }

    /** Who a flow was with, seen from the alert's host: the name asked for, else the other end's address. */
    String peer(Flow flow) {
        if (!alert.subject().host().equals(flow.originator())) {
            return flow.originator().toString();
        }
        List<String> names = FlowNames.of(flow);
        return names.isEmpty() ? flow.responder().toString() : names.getFirst();
    }

    private boolean shown(String measure, Function<Flow, Object> value) {
        Behaviour behaviour = alert.evidence().behaviour();
        long distinct = flows.stream().map(value).distinct().count();
        return behaviour != null
                && behaviour.measures().stream().anyMatch(m -> m.name().equals(measure) && m.value() <= distinct);
    }

    private static Object portOf(Flow flow) {
        Integer port = flow.key().responder().port();
        return port == null ? "none" : port;
    }
}
