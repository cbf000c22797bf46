package io.wirecase.detection.risk;

import static io.wirecase.core.alert.FlowRisk.FULLY_ENCRYPTED;
import static io.wirecase.core.alert.FlowRisk.PROBING_ATTEMPT;
import static io.wirecase.core.alert.FlowRisk.SMB_INSECURE_VERSION;
import static io.wirecase.core.alert.FlowRisk.SSH_OBSOLETE_CLIENT;
import static io.wirecase.core.alert.FlowRisk.SSH_OBSOLETE_SERVER;
import static io.wirecase.detection.risk.RiskCase.fires;
import static io.wirecase.detection.risk.RiskCase.stays;
import static io.wirecase.detection.testing.Extras.first;
import static io.wirecase.detection.testing.Extras.service;
import static io.wirecase.detection.testing.Extras.ssh;
import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.FlowFixtures.tcp;
import static io.wirecase.detection.testing.Messages.hello;
import static io.wirecase.detection.testing.Messages.text;

import io.wirecase.core.fact.FirstPayload;
import io.wirecase.core.fact.SshFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Party;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases of SSH, SMB and of streams that tell nothing. */
final class EncryptedCases {

    private static final String MODERN = "chacha20-poly1305@openssh.com,aes256-gcm@openssh.com,aes128-ctr";
    private static final String NEW = "SSH-2.0-OpenSSH_9.6";

    private EncryptedCases() {}

    static List<RiskCase> all() {
        return Stream.of(shells(), files(), streams(), probes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RiskCase> shells() {
        return List.of(
                fires(
                        SSH_OBSOLETE_CLIENT,
                        "an old OpenSSH",
                        shell("SSH-2.0-OpenSSH_6.9p1 Ubuntu", NEW, MODERN, MODERN)),
                fires(SSH_OBSOLETE_CLIENT, "an old Dropbear", shell("SSH-2.0-dropbear_2019.78", NEW, MODERN, MODERN)),
                fires(SSH_OBSOLETE_CLIENT, "triple DES", shell(NEW, NEW, MODERN + ",3des-cbc", MODERN)),
                stays(SSH_OBSOLETE_CLIENT, "a new one", shell("SSH-2.0-OpenSSH_7.0", NEW, MODERN, "3des-cbc")),
                stays(SSH_OBSOLETE_CLIENT, "one that nobody judges", shell("SSH-2.0-PuTTY", NEW, MODERN, MODERN)),
                fires(SSH_OBSOLETE_SERVER, "an old OpenSSH", shell(NEW, "SSH-1.99-OpenSSH_4.3", MODERN, MODERN)),
                fires(SSH_OBSOLETE_SERVER, "protocol 1 alone", shell(NEW, "SSH-1.5-1.2.26", MODERN, null)),
                fires(SSH_OBSOLETE_SERVER, "RC4", shell(NEW, NEW, MODERN, "aes128-ctr,arcfour256")),
                stays(SSH_OBSOLETE_SERVER, "a new one", shell("SSH-2.0-OpenSSH_5.1", NEW, "arcfour", MODERN)));
    }

    private static Flow shell(String client, String server, String offered, @Nullable String accepted) {
        SshFacts facts = new SshFacts(
                text(client), text(server), null, null, text(offered), accepted == null ? null : text(accepted));
        return ssh(flow().server(FlowFixtures.SERVER, 22).application(Found.DECODED, "SSH"), facts);
    }

    private static List<RiskCase> files() {
        FlowFixtures smb = flow().server(FlowFixtures.SERVER, 445).application(Found.DECODED, "NetBIOS", "SMBv1");
        return List.of(
                fires(SMB_INSECURE_VERSION, "a session", service(smb, "SMBv1", "NEGOTIATE", "SESSION_SETUP_ANDX")),
                stays(SMB_INSECURE_VERSION, "a question for versions", service(smb, "SMBv1", "NEGOTIATE")),
                stays(SMB_INSECURE_VERSION, "version 3", service(smb, "SMBv23", "NEGOTIATE", "SESSION_SETUP")));
    }

    private static List<RiskCase> streams() {
        FirstPayload random = look(4.02, 180, 1, 6);
        return List.of(
                fires(FULLY_ENCRYPTED, "random bytes", first(flow(), random)),
                fires(
                        FULLY_ENCRYPTED,
                        "random bytes on a known port",
                        first(flow().application(Found.BY_PORT, "TLS"), random)),
                stays(FULLY_ENCRYPTED, "few bits set", first(flow(), look(2.9, 180, 1, 6))),
                stays(FULLY_ENCRYPTED, "a word first", first(flow(), look(4.02, 180, 6, 6))),
                stays(FULLY_ENCRYPTED, "mostly text", first(flow(), look(4.02, 270, 1, 6))),
                stays(FULLY_ENCRYPTED, "a line of text", first(flow(), look(4.02, 180, 1, 20))),
                stays(
                        FULLY_ENCRYPTED,
                        "a known protocol",
                        first(flow().application(Found.GUESSED, "BitTorrent"), random)),
                stays(
                        FULLY_ENCRYPTED,
                        "an application known by its address",
                        first(flow().application(Found.BY_ADDRESS, "Telegram"), random)),
                stays(
                        FULLY_ENCRYPTED,
                        "the middle of a connection",
                        first(flow().tcp(tcp("OTH", 0x18, 0x18, null, null)), random)));
    }

    private static FirstPayload look(double bits, int printable, int start, int run) {
        return new FirstPayload(Party.ORIGINATOR, 500, 7.6, bits, printable, start, run);
    }

    private static List<RiskCase> probes() {
        FlowFixtures shell = flow().server(FlowFixtures.SERVER, 22).application(Found.DECODED, "SSH");
        SshFacts greeted = new SshFacts(null, text(NEW), null, null, null, null);
        SshFacts agreed = new SshFacts(text(NEW), text(NEW), "a", "b", text(MODERN), text(MODERN));
        return List.of(
                fires(PROBING_ATTEMPT, "for a banner", ssh(shell.sent(4, 0), greeted)),
                stays(PROBING_ATTEMPT, "a session", ssh(shell.sent(40, 4_000), agreed)),
                fires(
                        PROBING_ATTEMPT,
                        "for TLS",
                        flow().tls(hello(0x0303, null)).answered(3, 0)),
                stays(
                        PROBING_ATTEMPT,
                        "by name",
                        flow().tls(hello(0x0303, "a.example")).answered(3, 0)),
                stays(PROBING_ATTEMPT, "that was answered", flow().tls(hello(0x0303, null))));
    }
}
