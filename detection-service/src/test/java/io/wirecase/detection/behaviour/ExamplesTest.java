package io.wirecase.detection.behaviour;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static List<Flow> calls(String site, int count) {
        UUID capture = Ids.capture(site, "01");
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().from(capture, site).number(10L * i).at(i * 60_000L).build());
        }
        return flows;
    }

    private static List<Long> packets(List<Flow> offered) {
        Examples examples = new Examples();
        examples.addAll(offered);
        return examples.flows().stream().map(flow -> flow.span().firstPacket()).toList();
    }

    @Test
    void theSamePacketsShowTheSameFlowsAtEverySite() {
        assertThat(packets(calls("office", 300)))
                .hasSize(8)
                .isEqualTo(packets(calls("quiet-17", 300)))
                .isEqualTo(packets(calls("elsewhere", 300)));
    }

    @Test
    void theOrderOfComingDoesNotMatter() {
        List<Flow> flows = calls("office", 300);
        List<Long> shown = packets(flows);
        Random chance = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(flows, chance);
            assertThat(packets(flows)).isEqualTo(shown);
        }
    }

    @Test
    void ofAFlowThatGoesOnItsLastPartIsShownWheneverItComes() {
        List<Flow> parts = new ArrayList<>();
        for (int part = 1; part <= 5; part++) {
            parts.add(flow().lasting(part * 3_600_000L).part(part, part == 5).build());
        }
        Random chance = new Random(4);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(parts, chance);
            Examples examples = new Examples();
            examples.addAll(parts);
            assertThat(examples.flows())
                    .singleElement()
                    .satisfies(flow -> assertThat(flow.ending().part()).isEqualTo(5));
        }
    }

    @Test
    void flowsThatBeginWithOnePacketHaveLotsOfTheirOwn() {
        Set<Long> lots = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            lots.add(Draw.of(flow().client("10.0." + i / 250 + "." + i % 250, 40_000 + i % 3)
                    .build()));
        }
        assertThat(lots).hasSize(1_000);
    }

    @Test
    void lotsAreAFairSample() {
        List<Flow> flows = calls("office", 4_000);
        long early = flows.stream()
                .filter(flow -> Draw.of(flow) < Long.MIN_VALUE / 2)
                .filter(flow -> flow.span().firstPacket() < 20_000)
                .count();
        assertThat(early).isBetween(430L, 570L);
    }
}
