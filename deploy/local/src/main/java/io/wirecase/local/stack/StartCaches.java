package io.wirecase.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Ahead-of-time caches (JEP 483, JEP 514): a first run records what a program loads, its end writes the cache, later
 * runs start from it. A cache holds for one build of the JDK, the very same jars and the same options; the virtual
 * machine drops any other without a word, so what it was made for is written beside it and compared here.
 */
final class StartCaches {

    /** Set to {@code off} to start without. */
    static final String SWITCH = "WIRECASE_START_CACHES";

    private static final int LINES_WHERE_THE_VM_COMPLAINS = 20;
    /** It also warns of single adapters it links anew, which costs nothing. */
    private static final Pattern REFUSED = Pattern.compile("\\[error|error has occurred|[Mm]ismatch|Unable to");

    private final Home home;
    private final Consumer<String> notes;

    StartCaches(Home home, Consumer<String> notes) {
        this.home = home;
        this.notes = notes;
    }

    /** The options that use the part's cache, or record one where none fits. */
    List<String> options(Part part, Program program) throws IOException {
        if (isOff()) {
            return List.of();
        }
        Path cache = cache(part);
        Path key = home.caches().resolve(part.word() + ".made-for");
        String wanted = fingerprint(program);
        boolean same = Files.exists(key) && Files.readString(key).equals(wanted);
        if (same && Files.exists(cache)) {
            return List.of("-XX:AOTCache=" + cache);
        }
        if (Files.deleteIfExists(cache)) {
            notes.accept(
                    "the start cache of " + part.word() + " was made for other jars or another JDK; making a new one");
        }
        Files.deleteIfExists(training(part));
        Files.deleteIfExists(confirmed(part));
        Files.writeString(key, wanted);
        return List.of("-XX:AOTCacheOutput=" + training(part));
    }

    /** After a start that became ready: what it recorded is worth keeping. One cut short makes a cache that crashes. */
    void confirm(Part part) throws IOException {
        Path confirmed = confirmed(part);
        if (!isOff() && !Files.exists(cache(part)) && !Files.exists(confirmed)) {
            Files.createFile(confirmed);
        }
    }

    /** After an orderly end: a cache that was recorded becomes the one to use. */
    void adopt(Part part) throws IOException {
        if (Files.deleteIfExists(confirmed(part)) && Files.exists(training(part))) {
            Files.move(training(part), cache(part), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(training(part));
    }

    /** After a failed start: drops the part's cache, which may be why; true when there was one. */
    boolean drop(Part part) throws IOException {
        return Files.deleteIfExists(cache(part));
    }

    /** Whether the end of the part's run will write a cache. */
    boolean isTraining(Part part) {
        return Files.exists(confirmed(part));
    }

    /** After a start: drops a cache the virtual machine refused, which it says in its first lines only. */
    void dropIfRefused(Part part) throws IOException {
        if (!Files.exists(cache(part))) {
            return;
        }
        boolean refused;
        try (var lines = Files.lines(home.log(part), StandardCharsets.ISO_8859_1)) {
            refused = lines.limit(LINES_WHERE_THE_VM_COMPLAINS)
                    .anyMatch(line ->
                            line.contains("[aot") && REFUSED.matcher(line).find());
        }
        if (refused) {
            Files.delete(cache(part));
            notes.accept("the start cache of " + part.word() + " was refused by this JDK and is dropped");
        }
    }

    Path cache(Part part) {
        return home.caches().resolve(part.word() + ".aot");
    }

    private Path training(Part part) {
        // Named after the data folder: two stacks of one checkout may both be recording.
        return home.caches()
                .resolve(part.word() + "-" + Integer.toHexString(home.folder().hashCode()) + ".training");
    }

    private Path confirmed(Part part) {
        return training(part).resolveSibling(training(part).getFileName() + ".good");
    }

    private static boolean isOff() {
        return "off".equals(System.getenv(SWITCH));
    }

    private static String fingerprint(Program program) throws IOException {
        List<String> facts = new ArrayList<>();
        facts.add(Runtime.version().toString());
        facts.add(System.getProperty("java.home"));
        facts.addAll(program.flags());
        facts.addAll(program.target());
        for (Path each : program.files()) {
            facts.add(each + " " + Files.size(each) + " " + Files.getLastModifiedTime(each));
        }
        byte[] all = String.join("\n", facts).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(all).toString();
    }
}
