package io.wirecase.local.exam.sit;

import io.wirecase.local.client.Captures;
import io.wirecase.local.client.FrontDoor;
import io.wirecase.scenarios.exam.paper.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Puts questions to a running stack, several batches at a time, so that one is read while another is written. A
 * question that cannot be answered is put once more at the end, and costs no other its answer.
 */
public final class Sitting {

    private static final int BATCH = 24;
    private static final int AT_ONCE = 4;
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
     * @param invigilator told of each batch as soon as it is answered
     * @throws IOException when answers cannot be kept
     */
    public void put(List<Paper> papers, int verdicts, Invigilator invigilator)
            throws IOException, InterruptedException {
        List<Paper> again = round(papers, verdicts, "", invigilator, false);
        if (!again.isEmpty()) {
            invigilator.note(again.size() + " questions were not answered and are put once more");
            round(again, verdicts, "again-", invigilator, true);
        }
    }

    /** Puts questions once; gives those that were not answered. */
    private List<Paper> round(List<Paper> papers, int verdicts, String name, Invigilator invigilator, boolean last)
            throws IOException, InterruptedException {
        List<Paper> open = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletionService<Handed> running = new ExecutorCompletionService<>(threads);
            int batches = 0;
            for (int from = 0; from < papers.size(); from += BATCH) {
                List<Paper> batch = papers.subList(from, Math.min(papers.size(), from + BATCH));
                Path folder = scratch.resolve("desk-" + name + batches++);
                running.submit(() -> new Desk(door, captures, folder).put(batch, verdicts));
            }
            for (int i = 0; i < batches; i++) {
                Handed handed = running.take().get();
                handed.notes().forEach(invigilator::note);
                invigilator.answered(handed.answers());
                if (last) {
                    handed.unanswered().forEach(invigilator::unanswered);
                }
                open.addAll(handed.unanswered().keySet());
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
        } finally {
            // Whoever is stopped half way deletes its captures first.
            threads.shutdownNow();
            threads.awaitTermination(LAST_WORK, TimeUnit.SECONDS);
        }
        return open;
    }
}
