package io.wirecase.detection.risk.application;

import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import io.wirecase.detection.risk.DetectionContext;
import io.wirecase.detection.risk.Findings;
import io.wirecase.detection.risk.FlowRiskDetector;
import java.util.Optional;
import java.util.Set;

/** A protocol that is notable wherever it runs. A port number alone is no sign of it; nDPI takes it for one. */
public final class ListedProtocol implements FlowRiskDetector {

    /** Without encryption, or used by what nobody wants. */
    private static final Set<String> UNSAFE = Set.of(
            "FTP_CONTROL",
            "FTPS",
            "POP3",
            "IMAP",
            "Telnet",
            "RSH",
            "Rlogin",
            "Rexec",
            "IRC",
            "eDonkey",
            "Mining",
            "SMBv1",
            "Gnutella",
            "Tor",
            "HotspotShield");

    /** Hand over a screen or files. */
    private static final Set<String> SHARING = Set.of("RDP", "AnyDesk", "VNC", "TeamViewer", "Radmin", "NoMachine");

    private static final int POP3 = 110;

    private final FlowRisk risk;
    private final Set<String> protocols;
    private final String description;

    private ListedProtocol(FlowRisk risk, Set<String> protocols, String description) {
        this.risk = risk;
        this.protocols = protocols;
        this.description = description;
    }

    /** Looks for unsafe protocols. */
    public static ListedProtocol unsafe() {
        return new ListedProtocol(FlowRisk.UNSAFE_PROTOCOL, UNSAFE, "Unsafe protocol");
    }

    /** Looks for desktop and file sharing. */
    public static ListedProtocol sharing() {
        return new ListedProtocol(FlowRisk.DESKTOP_OR_FILE_SHARING, SHARING, "Desktop or file sharing");
    }

    @Override
    public FlowRisk risk() {
        return risk;
    }

    @Override
    public Optional<Finding> inspect(Flow flow, DetectionContext context) {
        Application application = flow.application();
        boolean found =
                Applications.seen(flow) || context.ndpiCompatible() && application.from() == Application.Found.BY_PORT;
        boolean uses = Applications.uses(application, protocols)
                || context.ndpiCompatible() && risk == FlowRisk.UNSAFE_PROTOCOL && clearAtFirst(flow);
        if (!found || !uses) {
            return Optional.empty();
        }
        return Optional.of(Findings.of(risk, description, new UntrustedText(application.name()), null));
    }

    /** nDPI judges POP3 before it sees that the client turns to TLS (RFC 2595). */
    private static boolean clearAtFirst(Flow flow) {
        Integer port = flow.key().responder().port();
        return flow.application().carrier().equals("POPS") && port != null && port == POP3;
    }
}
