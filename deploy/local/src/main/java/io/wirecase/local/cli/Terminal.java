package io.wirecase.local.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** What a person sees: progress on standard error, results on standard output. */
final class Terminal {

    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream results;
    private final PrintStream progress;
    private final boolean rewrites;
    private boolean lineOpen;

    Terminal(PrintStream results, PrintStream progress, boolean rewrites) {
        this.results = results;
        this.progress = progress;
        this.rewrites = rewrites;
    }

    static Terminal ofThisProcess() {
        Console console = System.console();
        return new Terminal(System.out, System.err, console != null && console.isTerminal());
    }

    /** A step that is under way; on a terminal the next one takes its place. */
    synchronized void step(String text) {
        if (rewrites) {
            progress.print(CLEAR_LINE + text);
            progress.flush();
            lineOpen = true;
        } else {
            progress.println(text);
        }
    }

    /** Progress too frequent for a log file: shown on a terminal only. */
    synchronized void percent(String text, double share) {
        if (rewrites) {
            step(String.format(Locale.ROOT, "%s %3.0f %%", text, 100 * share));
        }
    }

    /** How something does that goes on, too frequent for a log file: shown on a terminal only. */
    synchronized void live(String text) {
        if (rewrites) {
            step(text);
        }
    }

    /** Something worth keeping on the screen. */
    synchronized void note(String text) {
        closeLine();
        progress.println(text);
    }

    /** A line of the result. */
    synchronized void result(String text) {
        closeLine();
        results.println(text);
    }

    private void closeLine() {
        if (lineOpen) {
            progress.print(CLEAR_LINE);
            progress.flush();
            lineOpen = false;
        }
    }
}
