package io.wirecase.local.e2e;

import io.wirecase.scenarios.fixture.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Labelled captures sent once in a run, each under a site of its own: many tests ask about the same report, and several
 * captures on their way at once cost less than one after the other.
 */
final class Cases {

    private static final Map<String, Case> SENT = new ConcurrentHashMap<>();

    private Cases() {}

    /** The case of a labelled capture, on its way by now. */
    static Case of(RunningStack.Stack stack, String fixture) {
        return SENT.computeIfAbsent(fixture, name -> send(stack, name));
    }

    private static Case send(RunningStack.Stack stack, String fixture) {
        try {
            Path folder = Files.createDirectories(stack.home().folder().resolve("sent"));
            return Case.send(stack, Case.write(folder, fixture, Settings.DEFAULT), "only-" + fixture);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
