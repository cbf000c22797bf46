package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rules of what people need not see, from the command line over the API of the stack that runs. */
@ExtendWith(RunningStack.class)
class SuppressionsIT {

    private static final String SITE = "rules-by-command";

    @TempDir
    Path folder;

    @Test
    void aRuleIsTriedAddedListedAndRemoved(RunningStack.Stack stack) throws IOException, InterruptedException {
        Path capture = Case.write(folder, "A1", Settings.DEFAULT);
        Launcher.Ended analyzed =
                Launcher.run(stack, folder, "analyze", capture.toString(), "--site", SITE, "--out", "out");
        assertThat(analyzed.code()).as(analyzed.said()).isZero();

        Launcher.Ended tried = rules(stack, "simulate", "--site", SITE, "--tripwire", "size=3x", "--json");
        assertThat(tried.code()).as(tried.said()).isZero();
        JsonNode trial = JsonMapper.builder().build().readTree(tried.said());
        assertThat(trial.path("hidden").asInt()).isPositive();
        assertThat(trial.path("tripwires").path("size").path("maxBytes").asLong())
                .isPositive();
        assertThat(rules(stack, "simulate", "--site", SITE).said())
                .contains("it would hide " + trial.path("hidden").asInt() + " whole");

        Launcher.Ended added = rules(
                stack, "add", "--site", SITE, "--reason", "a test", "--owner", "tests", "--expires", "1d", "--json");
        assertThat(added.code()).as(added.said()).isZero();
        String id =
                JsonMapper.builder().build().readTree(added.said()).path("id").asText();
        assertThat(rules(stack, "list").said()).contains(id, "site=" + SITE, "a test (tests, until ");
        assertThat(rules(stack, "remove", id).code()).isZero();
        assertThat(rules(stack, "list").said()).doesNotContain(id);
    }

    @Test
    void whatTheServiceRefusesIsSaidAndEndsWith64(RunningStack.Stack stack) throws IOException, InterruptedException {
        Launcher.Ended everything = rules(stack, "add", "--reason", "all of it");
        assertThat(everything.code()).isEqualTo(64);
        assertThat(everything.said()).contains("The rule would hide every alert there is.");
        Launcher.Ended network = rules(stack, "add", "--source", "300.1.2.3", "--reason", "no network");
        assertThat(network.code()).isEqualTo(64);
        assertThat(network.said()).contains("source");
        Launcher.Ended unknown = rules(stack, "remove", "no-such-rule");
        assertThat(unknown.code()).isEqualTo(64);
        assertThat(unknown.said()).contains("There is no such rule.");
    }

    private Launcher.Ended rules(RunningStack.Stack stack, String... arguments)
            throws IOException, InterruptedException {
        String[] all = new String[arguments.length + 1];
        all[0] = "suppressions";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Launcher.run(stack, folder, all);
    }
}
