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
            connectivity_check
                wins exchange_whole periodic fixed_size
                loses exchange_broken periodic fixed_size
            update_telemetry
                wins named download_heavy named_software while_idle answered
                loses never_named download_heavy answered
            content_download
                wins named bursts download_heavy raced
                loses named bursts upload_heavy answered
            push_keepalive
                wins long_lived push_port answered
                loses push_port many_targets_failed
            polling
                wins periodic fixed_size internal_peer answered
                loses aperiodic fixed_size named
            local_discovery
                wins network_service group_destination
                loses network_service hidden_channel only_host
            backup_sync
                wins upload_heavy long_known named_software while_idle
                loses upload_heavy never_named only_host no_user_agent
            browsing
                wins bursts named browser_user_agent answered
                loses periodic fixed_size browser_user_agent
            misconfiguration
                wins failed_retries retry
                loses many_targets_failed admin_port never_named
            peer_to_peer
                wins call_or_vpn other_protocol partly_failed
                loses never_named answered admin_port
            approved_scanner
                wins many_targets_failed long_known internal_peer named_software
                loses many_targets_failed never_named
            configured_proxy
                wins connect_many shared_peer browser_user_agent
                loses connect_few only_host while_idle upload_more
            network_change
                wins address_conflict aperiodic failed_once
                loses address_conflict periodic
            c2_beacon
                wins unidentified_automation periodic fixed_size no_user_agent only_host
                loses exchange_whole periodic
            scan
                wins many_targets_failed opened_empty
                loses failed_retries retry
            lateral_movement
                wins spreading admin_port internal_peer
                loses admin_port internal_peer periodic long_known
            exfiltration
                wins upload_heavy only_host never_named while_idle
                loses download_heavy only_host
            tunnel
                wins connect_few upload_more while_idle odd_port
                loses connect_many shared_peer browser_user_agent
            brute_force
                wins login_attempts admin_port fixed_size
                loses admin_port periodic long_known internal_peer
            mining
                wins mining_port long_lived only_host other_protocol
                loses mining_port failed_retries
            flood
                wins flood_rate fixed_size
                loses download_heavy answered named
            spoofing
                wins address_conflict claim_forged aperiodic
                loses address_conflict aperiodic failed_once
            exploitation
                wins attack_content odd_port answered
                loses odd_port answered named
            none_of_these
                wins push_port impersonation odd_flags answered failed_retries
                loses periodic
            """;

    private static List<EvidenceKind> kinds(String line, String outcome) {
        assertThat(line).startsWith(outcome + " ");
        return Arrays.stream(line.substring(outcome.length() + 1).split(" "))
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
        List<String> lines = CASES.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i += 3) {
            String id = lines.get(i);
            seen.add(id);
            assertThat(leader(kinds(lines.get(i + 1), "wins")))
                    .as("%s wins", id)
                    .isEqualTo(id);
            assertThat(leader(kinds(lines.get(i + 2), "loses")))
                    .as("%s loses", id)
                    .isNotEqualTo(id);
        }
        assertThat(seen).isEqualTo(Explanations.ALL.stream().map(Hypothesis::id).collect(Collectors.toSet()));
    }

    @Test
    void aJobThatIsRefusedThroughoutIsLessLikelyMaliciousThanTheSameBeatAnswered() {
        double refused = malicious("never_named periodic while_idle failed_retries");
        assertThat(refused).isLessThan(malicious("named periodic fixed_size"));
        assertThat(refused).isLessThan(0.2);
        assertThat(malicious("never_named periodic while_idle answered")).isGreaterThan(2 * refused);
    }

    private static double malicious(String kinds) {
        return new Ranker(Explanations.ALL)
                .posteriors(kinds("seen " + kinds, "seen")).stream()
                        .filter(ranked -> ranked.hypothesis().disposition() == Disposition.MALICIOUS)
                        .mapToDouble(Ranker.Ranked::share)
                        .sum();
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
