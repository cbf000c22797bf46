package io.wirecase.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.local.client.Captures;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.exam.mark.Kinds;
import io.wirecase.local.exam.mark.Pairs;
import io.wirecase.local.exam.mark.Results;
import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.local.exam.sheet.Raised;
import io.wirecase.local.exam.sit.Invigilator;
import io.wirecase.local.exam.sit.Plan;
import io.wirecase.local.exam.sit.Sitting;
import io.wirecase.local.stack.Part;
import io.wirecase.scenarios.exam.paper.Catalog;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The fixed part of the exam: a few instances of the families that tell most, through the whole system. */
@ExtendWith(RunningStack.class)
class ExamIT {

    private static final int SEEDS = 3;
    private static final int VERDICTS = 1;
    private static final List<Answer> answers = new ArrayList<>();
    private static final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void sit(RunningStack.Stack stack, @TempDir Path folder) throws IOException, InterruptedException {
        URI door = URI.create("http://127.0.0.1:" + stack.port(Part.REPORT));
        Path key = stack.home().keyFile();
        Sitting sitting = new Sitting(new FrontDoor(door, key), new Captures(door, key), folder);
        sitting.put(Plan.of(Catalog.telling(), SEEDS, 0), VERDICTS, new Invigilator() {
            @Override
            public void answered(List<Answer> batch) {
                answers.addAll(batch);
            }

            @Override
            public void unanswered(Paper paper, String reason) {
                complaints.add(paper.name() + ": " + reason);
            }

            @Override
            public void note(String text) {
                complaints.add(text);
            }
        });
    }

    @Test
    void everyQuestionIsAnsweredAndNoCaptureIsLeft(RunningStack.Stack stack) {
        assertThat(answers).hasSize(SEEDS * Catalog.telling().size());
        assertThat(complaints).isEmpty();
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
                .filteredOn(mark -> mark.family().contains("beacon"))
                .hasSize(2)
                .allSatisfy(mark -> assertThat(mark.periodic()).isEqualTo(1));
        assertThat(results.chance().series()).isGreaterThanOrEqualTo(30);
        // One in thirty may be by chance.
        assertThat(results.chance().periodic()).isLessThanOrEqualTo(0.034);
        assertThat(results.chance().alerted()).isZero();
    }

    @Test
    void theReportRanksWhatIsBenignBelowWhatLooksLikeItAndIsNot() {
        assertThat(Pairs.of(answers).stream().filter(mark -> mark.judged() > 0))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(mark ->
                        assertThat(mark.byVerdict()).as(mark.pair().benign()).isEqualTo(1));
    }

    private static List<Answer> of(String family) {
        return answers.stream()
                .filter(answer -> answer.paper().family().id().equals(family))
                .toList();
    }
}
