package io.wirecase.report.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wirecase.report.engine.Explanations;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** For each explanation evidence under which it leads and evidence, near to it, under which it must not. */
class ExplanationCasesTest {

    private static final String CASES = """
            connectivity_check | exchange_whole periodic fixed_size | exchange_broken periodic fixed_size
            update_telemetry | named download_heavy named_software while_idle answered | never_named download_heavy answered
            content_download | named bursts download_heavy raced | named bursts upload_heavy answered
            push_keepalive | long_lived push_port answered | push_port many_targets_failed
            polling | periodic fixed_size internal_peer answered | aperiodic fixed_size named
            local_discovery | network_service group_destination | network_service hidden_channel only_host
            backup_sync | upload_heavy long_known named_software while_idle | upload_heavy never_named only_host no_user_agent
            browsing | bursts named browser_user_agent answered | periodic fixed_size browser_user_agent
            misconfiguration | failed_retries retry | many_targets_failed admin_port never_named
            peer_to_peer | call_or_vpn other_protocol partly_failed | never_named answered admin_port
            approved_scanner | many_targets_failed long_known internal_peer named_software | many_targets_failed never_named
            configured_proxy | connect_many shared_peer browser_user_agent | connect_few only_host while_idle upload_more
            network_change | address_conflict aperiodic failed_once | address_conflict periodic
            c2_beacon | unidentified_automation periodic fixed_size no_user_agent only_host | exchange_whole periodic
            scan | many_targets_failed opened_empty | failed_retries retry
            lateral_movement | spreading admin_port internal_peer | admin_port internal_peer periodic long_known
            exfiltration | upload_heavy only_host never_named while_idle | download_heavy only_host
            tunnel | connect_few upload_more while_idle odd_port | connect_many shared_peer browser_user_agent
            brute_force | login_attempts admin_port fixed_size | admin_port periodic long_known internal_peer
            mining | mining_port long_lived only_host other_protocol | mining_port failed_retries
            flood | flood_rate fixed_size | download_heavy answered named
            spoofing | address_conflict periodic internal_peer | address_conflict aperiodic failed_once
            exploitation | attack_content odd_port answered | odd_port answered named
            none_of_these | push_port impersonation odd_flags answered failed_retries | periodic
            """;

    private static List<EvidenceKind> kinds(String words) {
        return Arrays.stream(words.strip().split(" "))
                .map(w -> EvidenceKind.valueOf(w.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static String leader(List<EvidenceKind> kinds) {
        return new Ranker(Explanations.ALL)
                .posteriors(kinds)
                .getFirst()
                .hypothesis()
                .id();
    }

    @Test
    void eachExplanationWinsItsCaseAndLosesTheOneThatIsNear() {
        Set<String> seen = new HashSet<>();
        for (String line : CASES.lines().toList()) {
            String[] parts = line.split("\\|");
            String id = parts[0].strip();
            seen.add(id);
            assertThat(leader(kinds(parts[1]))).as("%s wins", id).isEqualTo(id);
            assertThat(leader(kinds(parts[2]))).as("%s loses", id).isNotEqualTo(id);
        }
        assertThat(seen).isEqualTo(Explanations.ALL.stream().map(Hypothesis::id).collect(Collectors.toSet()));
    }

    @Test
    void everyNumberHasAReasonAndStaysWithinTheClip() {
        for (Hypothesis hypothesis : Explanations.ALL) {
            assertThat(hypothesis.priorReason()).as(hypothesis.id()).isNotBlank();
            hypothesis.likelihoods().forEach((kind, ratio) -> {
                assertThat(Math.abs(ratio)).as("%s %s", hypothesis.id(), kind).isLessThanOrEqualTo(Ranker.CLIP);
                assertThat(hypothesis.reason(kind))
                        .as("%s %s", hypothesis.id(), kind)
                        .isPresent();
            });
        }
    }

    @Test
    void aTableWithoutReasonOrWithAKindTwiceIsRefused() {
        for (String table : List.of("    periodic 1\n", "it beats:\n    periodic 1, periodic 2\n", "no colon\n")) {
            assertThatIllegalArgumentException()
                    .as(table)
                    .isThrownBy(() -> Explanation.of("x", "x", Disposition.BENIGN, 0.1, "why", table));
        }
    }
}
