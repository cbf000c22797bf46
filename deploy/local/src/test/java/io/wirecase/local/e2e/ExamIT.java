package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.local.client.Captures;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.exam.mark.Kinds;
import io.wirecase.local.exam.mark.Results;
import io.wirecase.local.exam.mark.Rhythms;
import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.local.exam.sit.Plan;
import io.wirecase.local.exam.sit.Sitting;
import io.wirecase.local.stack.Part;
import io.wirecase.scenarios.exam.paper.Catalog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The fixed part of the exam: a few instances of the families that tell most, through the whole system. */
@ExtendWith(RunningStack.class)
class ExamIT {

    private static final int SEEDS = 4;
    private static final AtomicInteger DONE = new AtomicInteger();
    private static List<Answer> answers = List.of();

    @BeforeAll
    static void sit(RunningStack.Stack stack, @TempDir Path folder) throws IOException, InterruptedException {
        URI door = URI.create("http://127.0.0.1:" + stack.port(Part.REPORT));
        Path key = stack.home().keyFile();
        Sitting sitting = new Sitting(new FrontDoor(door, key), new Captures(door, key), folder);
        answers = sitting.put(Plan.of(Catalog.telling(), SEEDS, 0), 0, DONE::set);
    }

    @Test
    void everyQuestionIsAnsweredAndNoCaptureIsLeft(RunningStack.Stack stack) {
        assertThat(answers).hasSize(SEEDS * Catalog.telling().size());
        assertThat(DONE).hasValue(answers.size());
        String left = stack.user().get("/api/v1/captures").asString();
        answers.forEach(answer -> assertThat(left).doesNotContain(answer.paper().name()));
    }

    @Test
    void aBurstOfBrowsingRaisesNothingAboutBehaviourAndNothingLoud() {
        assertThat(of("08-browsing-burst").stream().flatMap(answer -> answer.alerts().stream()))
                .noneMatch(alert -> alert.behaviour() || alert.score() >= 100)
                .extracting(Raised::kind)
                .containsOnly("flow");
    }

    @Test
    void everyScanIsFoundAndNothingElseIsCalledOne() {
        Kinds.Mark scans = Kinds.pooled("any scan", answers, Kinds.SCANS);
        assertThat(scans.asked()).isEqualTo(2 * SEEDS);
        assertThat(scans.recall()).isEqualTo(1);
        assertThat(scans.wrongIn()).isEmpty();
    }

    @Test
    void beaconsArePeriodicAndWhatIsRandomIsNot() {
        Results results = Results.of("test", answers);
        assertThat(results.rhythms())
                .filteredOn(Rhythms.Mark::periodicInTruth)
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(mark.periodic()).isEqualTo(1));
        assertThat(results.chance().series()).isGreaterThanOrEqualTo(40);
        // One in forty may be by chance.
        assertThat(results.chance().periodic()).isLessThanOrEqualTo(0.025);
        assertThat(results.chance().alerted()).isZero();
    }

    private static List<Answer> of(String family) {
        return answers.stream()
                .filter(answer -> answer.paper().family().id().equals(family))
                .toList();
    }
}
