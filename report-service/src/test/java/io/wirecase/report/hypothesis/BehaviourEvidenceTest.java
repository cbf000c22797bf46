package io.wirecase.report.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.report.engine.Explanations;
import io.wirecase.report.pattern.Behaviours;
import io.wirecase.report.pattern.Behaviours.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BehaviourEvidenceTest {

    /** The codes that others read. */
    private static final Set<String> PUBLISHED = Set.of("""
            vertical_scan horizontal_scan block_scan random_scan distributed_scan slow_scan syn_flood udp_flood
            icmp_flood arp_flood dhcp_flood dns_flood reflection arp_spoof rogue_dhcp rogue_router brute_force
            beacon dns_tunnel dns_c2 dga_burst icmp_tunnel proxy_tunnel exfiltration lateral_movement mining
            refused_retry long_connection rare_destination periodicity_changed volume_outlier minute_outlier
            impersonated_service""".split("\\s+"));

    @Test
    void everyPublishedBehaviourMeansSomething() {
        assertThat(new TreeSet<>(Behaviours.codes())).isEqualTo(new TreeSet<>(PUBLISHED));
    }

    @Test
    void eachBehaviourHasAMaliciousExplanationThatCanLeadAndABenignOne() {
        Ranker ranker = new Ranker(Explanations.ALL);
        Random random = new Random(11);
        for (Family family : Family.values()) {
            for (EvidenceKind kind : BehaviourEvidence.kinds(family)) {
                Set<Disposition> led = new TreeSet<>();
                for (int i = 0; i < 2_000 && led.size() < 3; i++) {
                    List<EvidenceKind> kinds = new ArrayList<>(List.of(kind));
                    EvidenceKind[] all = EvidenceKind.values();
                    for (int other = 0; other < 4; other++) {
                        kinds.add(all[random.nextInt(all.length)]);
                    }
                    led.add(ranker.posteriors(kinds).getFirst().hypothesis().disposition());
                }
                assertThat(led).as("%s", kind).contains(Disposition.BENIGN, Disposition.MALICIOUS);
            }
        }
    }

    @Test
    void allFamiliesButHabitsAreEvidence() {
        for (Family family : Family.values()) {
            assertThat(BehaviourEvidence.kinds(family).isEmpty())
                    .as("%s", family)
                    .isEqualTo(family == Family.HABIT);
        }
    }
}
