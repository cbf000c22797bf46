package io.wirecase.detection.access;

import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpFacts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.tally.Addition;
import io.wirecase.detection.tally.TallyPlan;
import io.wirecase.detection.tally.TallyRule;
import io.wirecase.detection.tally.TallyShape;
import io.wirecase.detection.tally.TallyState;
import io.wirecase.detection.tally.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proxy used for more than the web: a host outside as the proxy of one inside, a target port that is none of the
 * web's, or another protocol inside. The house's own proxy asked for port 443 is none of it.
 *
 * @param networks what tells inside from outside
 */
public record ProxyTunnel(Networks networks) implements TallyRule {

    private static final TallyPlan PLAN =
            new TallyPlan("proxy_tunnel", Duration.ofDays(1), new TallyShape(4, 0, 1, 64));
    private static final int ODD_PORT = 0;
    private static final int OUTSIDE = 1;
    private static final int INSIDE_PROTOCOL = 2;
    private static final int BYTES = 3;
    private static final int PORTS = 0;
    private static final int POINTS = 50;
    private static final int POINTS_SEVERAL = 100;
    private static final int CLIENT_SHARE = 90;
    private static final String SOCKS = "SOCKS";
    private static final String CONNECT = "HTTP_Connect";
    private static final Set<Integer> WEB = Set.of(80, 443, 8_080, 8_443);

    /** Protocols that have no business within a web proxy's tunnel or a web socket. */
    private static final Set<String> ODD_INSIDE =
            Set.of("SSH", "Telnet", "RDP", "VNC", "SMTP", "FTP_CONTROL", "SMBv23");

    private static final Set<String> CARRIERS = Set.of(SOCKS, CONNECT, "HTTP", "WebSocket");

    @Override
    public TallyPlan plan() {
        return PLAN;
    }

    @Override
    public List<Digest<Addition>> read(Flow flow) {
        List<String> stack = flow.application().protocols();
        if (stack.isEmpty() || !CARRIERS.contains(stack.getFirst()) || !Applications.seen(flow)) {
            return List.of();
        }
        boolean proxy = stack.getFirst().equals(SOCKS) || stack.getFirst().equals(CONNECT);
        Integer target = proxy ? targetPort(flow) : null;
        // The port named in a refused request led nowhere, but asking for it is what counts.
        boolean odd = target != null && !WEB.contains(target);
        boolean outside = proxy && networks.internal(flow.originator()) && !networks.internal(flow.responder());
        boolean inside = stack.stream().skip(1).anyMatch(ODD_INSIDE::contains);
        if (!odd && !outside && !inside) {
            return List.of();
        }
        Addition addition = new Addition(PLAN.shape(), flow)
                .sum(ODD_PORT, odd ? 1 : 0)
                .sum(OUTSIDE, outside ? 1 : 0)
                .sum(INSIDE_PROTOCOL, inside ? 1 : 0)
                .sum(BYTES, flow.traffic().total().payloadBytes())
                .roles(flow.originator(), flow.responder());
        if (target != null) {
            addition.value(PORTS, target);
        }
        return List.of(new Digest<>(
                flow.originator(), flow.responder().toString(), flow.span().startNanos(), addition, true));
    }

    private static @Nullable Integer targetPort(Flow flow) {
        ServiceFacts service = flow.facts().service();
        UntrustedText socks = service == null ? null : service.details().get("target");
        if (socks != null) {
            return port(socks.raw());
        }
        HttpFacts http = flow.facts().http();
        if (http == null) {
            return null;
        }
        for (HttpExchange exchange : http.exchanges()) {
            HttpExchange.Request request = exchange.request();
            if (request != null && request.method().raw().equals("CONNECT")) {
                return port(request.target().raw());
            }
        }
        return null;
    }

    /** The port behind the last colon, or null where there is none. */
    private static @Nullable Integer port(String target) {
        String port = target.substring(target.lastIndexOf(':') + 1);
        boolean number = !port.isEmpty()
                && port.length() <= 5
                && port.length() < target.length()
                && port.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.valueOf(port) : null;
    }

    @Override
    public boolean plausible(TallyState tally) {
        return tally.flows() > 0;
    }

    @Override
    public Verdict judge(BehaviourKey key, TallyState tally) {
        int signs = (tally.sum(ODD_PORT) > 0 ? 1 : 0)
                + (tally.sum(OUTSIDE) > 0 ? 1 : 0)
                + (tally.sum(INSIDE_PROTOCOL) > 0 ? 1 : 0);
        IpAddress proxy = IpAddress.parse(key.detail()).orElse(key.subject());
        return new Verdict(tally.flows() > 0, PLAN.kind(), Subjects.conversation(networks, key.subject(), proxy))
                .weight(tally.flows())
                .points(signs > 1 ? POINTS_SEVERAL : POINTS, CLIENT_SHARE)
                .says("A proxy is used for more than the web")
                .limit("the house's own proxy, ports of the web, nothing else inside")
                .attack("T1090", "Proxy")
                .attack("T1572", "Protocol Tunneling")
                .measure("oddPortFlows", tally.sum(ODD_PORT), "flows", null)
                .measure("outsideFlows", tally.sum(OUTSIDE), "flows", null)
                .measure("otherProtocolFlows", tally.sum(INSIDE_PROTOCOL), "flows", null)
                .measure("targetPorts", tally.different(PORTS), "ports", null)
                .measure("carried", tally.sum(BYTES), "bytes", null);
    }
}
