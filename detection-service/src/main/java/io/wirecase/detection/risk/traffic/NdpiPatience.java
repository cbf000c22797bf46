package io.wirecase.detection.risk.traffic;

import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.fact.TlsFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.Applications;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which flows nDPI knows by their bytes. It waits for more than we do before it names some: four messages of RTCP, a
 * hello of TLS. It measures others though it knows them: what a proxy puts its header before, and messages that break
 * their format.
 */
final class NdpiPatience {

    private static final int MESSAGES_OF_RTCP = 4;

    private static final Set<String> PHOTON_BEGINS = Set.of("acknowledge", "connect", "latency probe");

    private NdpiPatience() {}

    /** Whether it knows it, so that the entropy of its payload tells nothing. */
    static boolean knows(Flow flow) {
        return Applications.seen(flow)
                && switch (flow.application().carrier()) {
                    case "RTCP" -> flow.traffic().total().packets() >= MESSAGES_OF_RTCP;
                    case "TLS" -> greeted(flow.facts().tls());
                    case "Photon" -> begun(flow.facts().service());
                    case "HAProxy" -> false;
                    case "IPSec" -> !MalformedPacket.oddIke(flow.facts().service());
                    default -> true;
                };
    }

    /** Whether the first that was seen of the engine's transport is how a client comes, or a receipt. */
    private static boolean begun(@Nullable ServiceFacts service) {
        return service != null
                && !service.requests().isEmpty()
                && PHOTON_BEGINS.contains(service.requests().getFirst());
    }

    /** Whether it names it by its address as soon as there is payload, and looks no further. */
    static boolean byAddress(Flow flow) {
        Application application = flow.application();
        return application.from() == Application.Found.BY_ADDRESS
                && application.stack().contains("Telegram");
    }

    private static boolean greeted(@Nullable TlsFacts tls) {
        return tls == null || tls.clientVersion() != null || tls.version() != null;
    }
}
