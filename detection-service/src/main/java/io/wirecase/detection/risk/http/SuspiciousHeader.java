package io.wirecase.detection.risk.http;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.HttpExchange;
import io.wirecase.core.fact.HttpExchange.Response;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.HostNames;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Headers that report a machine's build to somebody, a Host of another address, a Server header that is not text. */
public final class SuspiciousHeader implements FlowRiskDetector {

    private static final Set<String> TELL_TALES = Set.of(
            "arch", "cores", "mem", "os", "osname", "osversion", "root", "s", "tls_version", "uuid", "x-hire-me");

    /** A Server value up to this length is too short to judge. */
    private static final int SHORT_SERVER = 7;

    @Override
    public FlowRisk risk() {
        return FlowRisk.HTTP_SUSPICIOUS_HEADER;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        return foreignHost(flow, context)
                .or(() -> unprintableServer(flow, context))
                .or(() -> tellTale(flow, context));
    }

    private Optional<Finding> foreignHost(Flow flow, DetectionContext context) {
        for (UntrustedText host : HostNames.http(flow)) {
            Optional<IpAddress> literal = IpAddress.parse(HostNames.bare(host)).filter(IpAddress::v4);
            if (literal.filter(a ->
                            !a.equals(flow.responder()) && (context.ndpiCompatible() || !a.equals(flow.originator())))
                    .isPresent()) {
                return Optional.of(Findings.of(
                        risk(), "Host header with the address of another machine", host, "" + flow.responder()));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> unprintableServer(Flow flow, DetectionContext context) {
        for (Response response : Messages.responses(flow, context)) {
            UntrustedText server = response.server();
            if (server != null
                    && server.raw().length() > SHORT_SERVER
                    && !server.raw().chars().allMatch(c -> c >= ' ' && c <= '~')) {
                return Optional.of(Findings.of(risk(), "Server header that is not text", server, "printable ASCII"));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> tellTale(Flow flow, DetectionContext context) {
        return Messages.exchanges(flow, context).stream()
                .flatMap(Messages::headers)
                .filter(header -> tellTale(header.name().raw().toLowerCase(Locale.ROOT), context))
                .map(HttpExchange.Header::name)
                .findFirst()
                .map(name -> Findings.of(risk(), "Header that reports a machine's build", name, "no such header"));
    }

    /** nDPI takes the beginning of such a name for the name. */
    private static boolean tellTale(String name, DetectionContext context) {
        return TELL_TALES.contains(name)
                || context.ndpiCompatible() && TELL_TALES.stream().anyMatch(whole -> whole.startsWith(name));
    }
}
