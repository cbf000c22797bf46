package io.wirecase.report.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.action.Action;
import io.wirecase.report.action.Plan;
import io.wirecase.report.document.Prose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionGateTest {

    private static List<Refusal> check(String title, String description, @Nullable Prose simulation) {
        Plan plan =
                new Plan(Action.Phase.CONTAINMENT, "test", Action.Effort.LOW, new Plan.Words("", "", "", "", ""), null);
        Prose words = Prose.words("So.");
        Action action = new Action(
                plan,
                1,
                Prose.words(title),
                Prose.words(description),
                1,
                IpAddress.of("192.168.50.71"),
                words,
                words,
                words,
                "high",
                simulation);
        return ActionGate.check(List.of(action), List.of()).stream()
                .filter(r -> !r.reason().contains("there is no pattern"))
                .toList();
    }

    @Test
    void aRuleThatBlocksSaysWhatItWouldHaveHit() {
        assertThat(check("Restrict the host", "Block its SYN packets with a large window.", null))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).startsWith("untested"));
        assertThat(check("Quarantine the host", "Take it off the network.", null))
                .hasSize(1);
        Prose hits = new Prose(List.of(new Prose.Ours("It would have hit 129 flows.")), List.of("c1"));
        assertThat(check("Restrict the host", "Block its SYN packets with a large window.", hits))
                .isEmpty();
    }

    @Test
    void lookingAndLeavingAloneNeedNoSimulation() {
        assertThat(check("Record all traffic; do not block yet", "Capture whole packets.", null))
                .isEmpty();
        assertThat(check("Ask the owner", "Remove the block when it is answered.", null))
                .isEmpty();
    }

    @Test
    void anActionForNoPatternIsRefused() {
        Plan plan =
                new Plan(Action.Phase.CONTAINMENT, "test", Action.Effort.LOW, new Plan.Words("", "", "", "", ""), null);
        Prose words = Prose.words("So.");
        Action action =
                new Action(plan, 1, words, words, 7, IpAddress.of("192.168.50.71"), words, words, words, "high", null);
        assertThat(ActionGate.check(List.of(action), List.of()))
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("no pattern 7"));
    }
}
