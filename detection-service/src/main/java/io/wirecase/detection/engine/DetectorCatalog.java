package io.wirecase.detection.engine;

import io.wirecase.detection.risk.FlowRiskDetector;
import io.wirecase.detection.risk.application.ListedProtocol;
import io.wirecase.detection.risk.application.NonStandardPort;
import io.wirecase.detection.risk.application.OldSmb;
import io.wirecase.detection.risk.dns.FragmentedDns;
import io.wirecase.detection.risk.dns.LargeDns;
import io.wirecase.detection.risk.dns.MinorIssues;
import io.wirecase.detection.risk.dns.SuspiciousDns;
import io.wirecase.detection.risk.http.ClearTextCredentials;
import io.wirecase.detection.risk.http.CrawlerBot;
import io.wirecase.detection.risk.http.FileTransfer;
import io.wirecase.detection.risk.http.ObsoleteServer;
import io.wirecase.detection.risk.http.PossibleExploit;
import io.wirecase.detection.risk.http.SuspiciousContent;
import io.wirecase.detection.risk.http.SuspiciousHeader;
import io.wirecase.detection.risk.http.SuspiciousUrl;
import io.wirecase.detection.risk.http.SuspiciousUserAgent;
import io.wirecase.detection.risk.http.UrlInjection;
import io.wirecase.detection.risk.lists.AnonymousSubscriber;
import io.wirecase.detection.risk.lists.MaliciousCertificate;
import io.wirecase.detection.risk.lists.MaliciousFingerprint;
import io.wirecase.detection.risk.lists.MalwareHost;
import io.wirecase.detection.risk.name.InvalidCharacters;
import io.wirecase.detection.risk.name.NumericHost;
import io.wirecase.detection.risk.name.PunycodeName;
import io.wirecase.detection.risk.name.RiskyDomain;
import io.wirecase.detection.risk.name.SuspiciousDomain;
import io.wirecase.detection.risk.ssh.ObsoleteSsh;
import io.wirecase.detection.risk.tcp.FullyEncrypted;
import io.wirecase.detection.risk.tcp.ProbingAttempt;
import io.wirecase.detection.risk.tcp.TcpIssues;
import io.wirecase.detection.risk.tls.AboutToExpire;
import io.wirecase.detection.risk.tls.AlpnWithoutServerName;
import io.wirecase.detection.risk.tls.EncryptedNameBesideClear;
import io.wirecase.detection.risk.tls.Expired;
import io.wirecase.detection.risk.tls.FatalAlert;
import io.wirecase.detection.risk.tls.Mismatch;
import io.wirecase.detection.risk.tls.MissingServerName;
import io.wirecase.detection.risk.tls.NotCarryingHttps;
import io.wirecase.detection.risk.tls.Obfuscated;
import io.wirecase.detection.risk.tls.ObsoleteVersion;
import io.wirecase.detection.risk.tls.SelfSigned;
import io.wirecase.detection.risk.tls.SuspiciousExtension;
import io.wirecase.detection.risk.tls.UncommonAlpn;
import io.wirecase.detection.risk.tls.ValidityTooLong;
import io.wirecase.detection.risk.tls.WeakCipher;
import io.wirecase.detection.risk.traffic.ErrorCode;
import io.wirecase.detection.risk.traffic.MalformedPacket;
import io.wirecase.detection.risk.traffic.SuspiciousEntropy;
import io.wirecase.detection.risk.traffic.Unidirectional;
import java.util.List;
import java.util.stream.Stream;

/** Every detector of flow risks, in the order in which an alert lists their findings. */
public final class DetectorCatalog {

    private DetectorCatalog() {}

    /** One of each. */
    public static List<FlowRiskDetector> detectors() {
        return Stream.of(web(), encrypted(), lookups(), names(), flows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FlowRiskDetector> web() {
        return List.of(
                new SuspiciousUserAgent(),
                new ObsoleteServer(),
                UrlInjection.script(),
                UrlInjection.sql(),
                UrlInjection.command(),
                new SuspiciousUrl(),
                new SuspiciousHeader(),
                new PossibleExploit(),
                FileTransfer.programs(),
                FileTransfer.data(),
                new ClearTextCredentials(),
                new SuspiciousContent(),
                new CrawlerBot());
    }

    private static List<FlowRiskDetector> encrypted() {
        return List.of(
                new ObsoleteVersion(),
                new WeakCipher(),
                new MissingServerName(),
                new AlpnWithoutServerName(),
                new NotCarryingHttps(),
                new UncommonAlpn(),
                new SelfSigned(),
                new Expired(),
                new AboutToExpire(),
                new Mismatch(),
                new ValidityTooLong(),
                new EncryptedNameBesideClear(),
                new SuspiciousExtension(),
                new FatalAlert(),
                new Obfuscated(),
                ObsoleteSsh.client(),
                ObsoleteSsh.server(),
                new OldSmb());
    }

    private static List<FlowRiskDetector> lookups() {
        return List.of(new SuspiciousDns(), new LargeDns(), new FragmentedDns(), new MinorIssues());
    }

    private static List<FlowRiskDetector> names() {
        return List.of(
                new NumericHost(),
                new PunycodeName(),
                new InvalidCharacters(),
                new SuspiciousDomain(),
                new RiskyDomain(),
                new MalwareHost(),
                new MaliciousFingerprint(),
                new MaliciousCertificate(),
                new AnonymousSubscriber());
    }

    private static List<FlowRiskDetector> flows() {
        return List.of(
                new NonStandardPort(),
                ListedProtocol.unsafe(),
                ListedProtocol.sharing(),
                new TcpIssues(),
                new FullyEncrypted(),
                new ProbingAttempt(),
                new SuspiciousEntropy(),
                new Unidirectional(),
                new ErrorCode(),
                new MalformedPacket());
    }
}
