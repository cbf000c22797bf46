package io.wirecase.local.exam.sit;

import io.wirecase.local.client.Captures;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.local.exam.sheet.Answer;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Puts questions to a running stack, several batches at a time, so that one is read while another is written. */
public final class Sitting {

    private static final int BATCH = 24;
    private static final int AT_ONCE = 3;
    private static final long LAST_WORK = 60;

    private final FrontDoor door;
    private final Captures captures;
    private final Path scratch;

    /**
     * A sitting.
     *
     * @param scratch where captures are written; each is deleted once it is sent
     */
    public Sitting(FrontDoor door, Captures captures, Path scratch) {
        this.door = door;
        this.captures = captures;
        this.scratch = scratch;
    }

    /**
     * Puts all questions.
     *
     * @param verdicts seeds up to this one are asked for a report as well
     * @param progress told how many questions are done
     * @return an answer for each, by name
     * @throws IOException when a capture cannot be written, sent or read
     */
    public List<Answer> put(List<Paper> papers, int verdicts, IntConsumer progress)
            throws IOException, InterruptedException {
        List<Answer> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletionService<List<Answer>> running = new ExecutorCompletionService<>(threads);
            int batches = 0;
            for (int from = 0; from < papers.size(); from += BATCH) {
                List<Paper> batch = papers.subList(from, Math.min(papers.size(), from + BATCH));
                int number = batches++;
                running.submit(() -> new Desk(door, captures, scratch.resolve("desk-" + number)).put(batch, verdicts));
            }
            for (int i = 0; i < batches; i++) {
                all.addAll(running.take().get());
                progress.accept(all.size());
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
        } finally {
            // Whoever is stopped half way deletes its captures first.
            threads.shutdownNow();
            threads.awaitTermination(LAST_WORK, TimeUnit.SECONDS);
        }
        all.sort(Comparator.comparing(answer -> answer.paper().name()));
        return all;
    }
}
