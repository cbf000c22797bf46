package io.wirecase.local.cli;

import io.wirecase.local.client.Captures;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.exam.mark.Aim;
import io.wirecase.local.exam.mark.Results;
import io.wirecase.local.exam.page.Pages;
import io.wirecase.local.exam.sit.Plan;
import io.wirecase.local.exam.sit.Scratch;
import io.wirecase.local.exam.sit.Sitting;
import io.wirecase.local.stack.PartFailedException;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.paper.Catalog;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code exam}: how good detection is, on traffic whose truth is known. */
@Command(
        name = "exam",
        description = "Measure detection: labelled traffic of many families through the whole pipeline, marked.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes exam.md, exam.html and exam.json with plots in images. Captures are deleted afterwards. Answers "
                    + "are kept in answers.jsonl as they come; --resume goes on where an exam was ended.",
            "",
            "Ends with 0; 11 when --gate is given and an aim is missed; 64 for a wrong command line; "
                    + "130 when interrupted; 70 when Wirecase itself failed."
        })
final class ExamCommand implements Callable<Integer> {

    private static final String SCRATCH = "exam-captures";
    private static final String ANSWERS = "answers.jsonl";

    private final Context context;

    @Option(names = "--seeds", paramLabel = "N", description = "Instances of each family, 20 by default.")
    private int seeds = 20;

    @Option(
            names = "--families",
            paramLabel = "ID",
            split = ",",
            description = "Ids or rows, by default all; 'telling' stands for the few that tell most.")
    private List<String> families = new ArrayList<>();

    @Option(
            names = "--verdicts",
            paramLabel = "N",
            description = "Instances of each twin that are asked for a report as well, 20 by default.")
    private int verdicts = 20;

    @Option(
            names = "--curves",
            paramLabel = "N",
            description = "Instances of each step of a curve, 5 by default, 0 for no curves.")
    private int curves = 5;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: exam in the data folder).")
    private @Nullable Path out;

    @Option(
            names = "--keep",
            description =
                    "Mark answers of the last exam in the same folder as well, where this one does not ask again.")
    private boolean keep;

    @Option(
            names = "--resume",
            description = "Go on with the last exam in the same folder: ask only what has no answer there.")
    private boolean resume;

    @Option(names = "--mark-only", description = "Ask nothing; mark the answers of the last exam in the same folder.")
    private boolean markOnly;

    @Option(names = "--gate", description = "End with 11 when an aim is missed.")
    private boolean gate;

    @Option(names = "--list", description = "Name the families and do nothing.")
    private boolean list;

    ExamCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailedException {
        Terminal terminal = context.terminal();
        if (list) {
            for (Family family : Catalog.all()) {
                terminal.result("%-28s %-10s %s"
                        .formatted(family.id(), family.disposition().name().toLowerCase(Locale.ROOT), family.title()));
            }
            return ExitCode.DONE;
        }
        List<Paper> papers;
        try {
            papers = Plan.of(
                    families.equals(List.of("telling")) ? Catalog.telling() : families, Math.max(1, seeds), curves);
        } catch (IllegalArgumentException unknown) {
            terminal.note(String.valueOf(unknown.getMessage()));
            return ExitCode.USAGE;
        }
        Path folder =
                Files.createDirectories(out == null ? context.home().folder().resolve("exam") : out);
        ExamProgress progress = new ExamProgress(terminal, folder.resolve(ANSWERS), keep || resume || markOnly);
        if (!markOnly) {
            ask(resume ? progress.withoutAnswer(papers) : papers, progress);
        }
        Results results = Results.of(context.version(), progress.answers(), progress.unanswered());
        List<Path> written = Pages.write(results, folder);
        for (Aim aim : results.aims()) {
            terminal.result(line(aim));
        }
        terminal.result("");
        written.forEach(each -> terminal.result(each.toString()));
        return gate && !results.passed() ? ExitCode.GATE_FAILED : ExitCode.DONE;
    }

    private void ask(List<Paper> papers, ExamProgress progress)
            throws IOException, InterruptedException, PartFailedException {
        Path scratch = context.home().folder().resolve(SCRATCH);
        // What an exam left that was ended the hard way.
        Scratch.remove(scratch);
        try (Session session = Session.open(context, false);
                Interrupt interrupt = Interrupt.caught()) {
            Thread here = Thread.currentThread();
            Thread.ofVirtual().start(() -> endWith(interrupt, here));
            URI door = session.frontDoor();
            Path key = context.home().keyFile();
            progress.begin(papers.size());
            new Sitting(new FrontDoor(door, key), new Captures(door, key), scratch).put(papers, verdicts, progress);
        } finally {
            Scratch.remove(scratch);
        }
    }

    private static void endWith(Interrupt interrupt, Thread examining) {
        try {
            if (interrupt.await(Long.MAX_VALUE)) {
                examining.interrupt();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(Aim aim) {
        if (aim.n() == 0) {
            return "%-8s %s".formatted("-", aim.what());
        }
        String mark = aim.holds() ? "holds" : "MISSED";
        return String.format(
                Locale.ROOT,
                "%-8s %-70s %8.3f (%s %.3g, n %d)",
                mark,
                aim.what(),
                aim.value(),
                aim.least() ? "at least" : "at most",
                aim.limit(),
                aim.n());
    }
}
