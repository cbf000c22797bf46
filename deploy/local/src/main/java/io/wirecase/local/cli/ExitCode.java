package io.wirecase.local.cli;

/** What the command's number means; scripts rely on it. */
final class ExitCode {

    /** Everything asked for was done and every input was read. */
    static final int DONE = 0;
    /** No input could be read; there is no report. */
    static final int NOTHING_READABLE = 2;
    /** A report was written, but some input could not be read; each is named. */
    static final int SOME_UNREADABLE = 3;
    /** The assessment is at or above what {@code --fail-on} names. */
    static final int AT_LEAST_THE_LEVEL = 10;
    /** The exam was marked, and an aim that {@code --gate} asks for is missed. */
    static final int GATE_FAILED = 11;
    /** The command line is wrong (sysexits EX_USAGE). */
    static final int USAGE = 64;
    /** Nothing runs that could be asked (sysexits EX_UNAVAILABLE). */
    static final int NOT_RUNNING = 69;
    /** Wirecase itself failed (sysexits EX_SOFTWARE). */
    static final int FAILED = 70;

    /** Ctrl-C. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
