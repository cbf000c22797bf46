package io.wirecase.detection.risk.ssh;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One end of an SSH connection whose banner names an old program, or that offers ciphers of the past. */
public final class ObsoleteSsh implements FlowRiskDetector {

    private final FlowRisk risk;

    private ObsoleteSsh(FlowRisk risk) {
        this.risk = risk;
    }

    /** Looks at the client. */
    public static ObsoleteSsh client() {
        return new ObsoleteSsh(FlowRisk.SSH_OBSOLETE_CLIENT);
    }

    /** Looks at the server. */
    public static ObsoleteSsh server() {
        return new ObsoleteSsh(FlowRisk.SSH_OBSOLETE_SERVER);
    }

    @Override
    public FlowRisk risk() {
        return risk;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        SshFacts ssh = flow.facts().ssh();
        if (ssh == null) {
            return Optional.empty();
        }
        boolean client = risk == FlowRisk.SSH_OBSOLETE_CLIENT;
        String who = client ? "client" : "server";
        UntrustedText banner = client ? ssh.clientBanner() : ssh.serverBanner();
        return version(who, banner, context)
                .or(() -> cipher(who, client ? ssh.clientCiphers() : ssh.serverCiphers(), context));
    }

    private Optional<Finding> version(String who, @Nullable UntrustedText banner, DetectionContext context) {
        if (banner == null) {
            return Optional.empty();
        }
        if (!context.ndpiCompatible() && SshProgram.firstProtocol(banner.raw())) {
            return Optional.of(Findings.of(risk, "SSH " + who + " of protocol 1", banner, "protocol 2"));
        }
        return SshProgram.of(banner.raw())
                .filter(SshProgram::obsolete)
                .map(program -> Findings.of(risk, "Old SSH " + who, banner, program.since()));
    }

    private Optional<Finding> cipher(String who, @Nullable UntrustedText offered, DetectionContext context) {
        return offered == null
                ? Optional.empty()
                : OldCiphers.first(offered.raw(), context.ndpiCompatible())
                        .map(cipher -> Findings.of(
                                risk,
                                "SSH " + who + " that offers an old cipher",
                                new UntrustedText(cipher),
                                "ciphers with AES or ChaCha20"));
    }
}
