package io.wirecase.detection.risk;

import static io.wirecase.core.alert.FlowRisk.SUSPICIOUS_ENTROPY;
import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.FlowFixtures.tcp;

import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.testing.Extras;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which payloads nDPI measures, of flows that it does not know by their bytes and of some that it knows. */
final class NdpiEntropyCases {

    private static final FirstPayload HIGH = ContentCases.payload(1_400, 7.86, 500);
    private static final FirstPayload LOW = ContentCases.payload(20, 4.2, 4);

    private NdpiEntropyCases() {}

    static List<RiskCase> all() {
        return Stream.concat(guessed().stream(), halfKnown().stream()).toList();
    }

    private static List<RiskCase> guessed() {
        FlowFixtures middle = flow().tcp(tcp("OTH", 0x18, 0x18, null, null)).application(Found.UNKNOWN);
        return List.of(
                fires("random bytes in the middle of a connection", Extras.first(middle, HIGH)),
                fires("the last of several counts", Extras.first(middle, LOW, HIGH)),
                stays("the last of several counts", Extras.first(middle, HIGH, LOW)),
                stays("a bare acknowledgement came last", Extras.first(middle, HIGH.followedByBare())),
                fires("a bare acknowledgement came between", Extras.first(middle, HIGH.followedByBare(), HIGH)),
                stays("random from a greeting on", Extras.first(flow().application(Found.UNKNOWN), HIGH)),
                fires(
                        "known by its address alone, at once",
                        Extras.first(flow().application(Found.BY_ADDRESS, "Telegram"), HIGH.followedByBare(), LOW)));
    }

    private static List<RiskCase> halfKnown() {
        return List.of(
                fires("one report of a call", reports(1)),
                stays("four reports of a call", reports(4)),
                fires("what follows a proxy's head", middle("HAProxy").build()),
                fires(
                        "certificates without a hello",
                        middle("TLS").tls(hello(null)).build()),
                stays("a handshake", middle("TLS").tls(hello(0x0303)).build()),
                fires("a game's engine, data first", game("send fragment", "acknowledge")),
                stays("a game's engine, a receipt first", game("acknowledge", "send fragment")),
                fires(
                        "keys, in a header that holds what nobody assigned",
                        keys(Map.of(ServiceFacts.ODD_HEADER, new UntrustedText("next payload 127")))),
                stays("keys", keys(Map.of())));
    }

    private static Flow reports(long packets) {
        return datagrams("RTCP").sent(packets, 100 * packets).answered(0, 0).build();
    }

    private static Flow game(String... commands) {
        return datagrams("Photon")
                .service(service("Photon", List.of(commands), Map.of()))
                .build();
    }

    private static Flow keys(Map<String, UntrustedText> details) {
        return datagrams("IPSec")
                .service(service("IPSec", List.of("IKE_AUTH"), details))
                .build();
    }

    private static ServiceFacts service(String protocol, List<String> requests, Map<String, UntrustedText> details) {
        return new ServiceFacts(protocol, null, null, null, requests, details);
    }

    private static TlsFacts hello(@Nullable Integer version) {
        return new TlsFacts(version, null, null, null, List.of(), null, null, null, false);
    }

    private static FlowFixtures datagrams(String name) {
        return flow().transport(Transport.UDP).first(HIGH).application(Found.DECODED, name);
    }

    private static FlowFixtures middle(String name) {
        return flow().tcp(tcp("OTH", 0x18, 0x18, null, null)).first(HIGH).application(Found.DECODED, name);
    }

    private static RiskCase fires(String what, Flow flow) {
        return new RiskCase(SUSPICIOUS_ENTROPY, true, what, flow, true);
    }

    private static RiskCase stays(String what, Flow flow) {
        return new RiskCase(SUSPICIOUS_ENTROPY, false, what, flow, true);
    }
}
