package io.wirecase.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Ends the stack when every launcher that used it is gone without saying so (killed, or the terminal with it). Runs
 * inside the broker's process, which outlives them.
 */
public final class Keeper {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE_WITH_A_LAUNCHER_ABOUT_TO_START = Duration.ofSeconds(3);

    private final Users users;
    private final Ending ending;
    private final Consumer<String> notes;
    private final Runnable last;

    /**
     * Watches nothing yet.
     *
     * @param home where the stack is
     * @param notes told when it acts
     * @param last run at the very end; ends the process the keeper itself lives in
     */
    public Keeper(Home home, Consumer<String> notes, Runnable last) {
        this.last = last;
        this.users = new Users(home);
        this.ending = new Ending(home, new StartCaches(home, notes), notes);
        this.notes = notes;
    }

    /** Starts watching, in a thread that does not keep the process alive. */
    public void watch() {
        Thread.ofPlatform().name("keeper").daemon().start(() -> {
            try {
                while (!abandoned()) {
                    Thread.sleep(BETWEEN_LOOKS);
                }
                notes.accept("nobody uses this stack any more; ending it");
                ending.everythingNow();
                last.run();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } catch (IOException gone) {
                notes.accept(
                        "the data folder is gone (" + gone.getMessage() + "); this broker stays until it is stopped");
            }
        });
    }

    /** Twice, some time apart: an ordinary end removes the note a moment before it ends the processes itself. */
    private boolean abandoned() throws IOException, InterruptedException {
        if (users.any()) {
            return false;
        }
        Thread.sleep(PATIENCE_WITH_A_LAUNCHER_ABOUT_TO_START);
        return !users.any();
    }
}
