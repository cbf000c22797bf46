package io.wirecase.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine. Several launchers may share one; it stops when the last one leaves, unless it was
 * asked to stay.
 */
public final class LocalStack {

    /** After this long something is wrong, and the log says what. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Home home;
    private final Consumer<String> notes;
    private final Users users;
    private final StartCaches caches;
    private final Spawner spawner;
    private final Readiness readiness;
    private final Ending ending;
    private final Object turn = new Object();
    private volatile boolean closing;
    private volatile @Nullable FileLock held;

    /**
     * Starts nothing yet.
     *
     * @param home where everything is
     * @param brokerMain name of the class whose main method is the broker
     * @param notes told what happens, in words for a person
     */
    public LocalStack(Home home, String brokerMain, Consumer<String> notes) {
        this.home = home;
        this.notes = notes;
        this.users = new Users(home);
        this.caches = new StartCaches(home, notes);
        this.spawner = new Spawner(home, caches, brokerMain);
        this.readiness = new Readiness(home, spawner.postgres());
        this.ending = new Ending(home, caches, notes);
    }

    /**
     * Starts what does not run yet and waits until all of it is ready.
     *
     * @param keep true to leave it running when this launcher ends
     * @throws PartFailedException when a part ends, or is not ready after a long time
     * @throws IOException when a file cannot be written, or something is not built
     * @throws InterruptedException when interrupted
     */
    public void start(boolean keep) throws IOException, InterruptedException, PartFailedException {
        home.prepare();
        try (FileChannel channel = lockFile();
                FileLock lock = channel.lock()) {
            held = lock;
            if (!users.any() && !running().isEmpty()) {
                notes.accept("ending what an interrupted run left behind");
                ending.everythingNow();
            }
            users.enter();
            startMissing();
            // Only now: a start that is interrupted leaves nothing behind.
            if (keep) {
                users.keep();
            }
        } finally {
            held = null;
        }
    }

    private void startMissing() throws IOException, InterruptedException, PartFailedException {
        Map<Part, ProcessRecord> parts = running();
        List<Part> below = new ArrayList<>();
        List<Part> services = new ArrayList<>();
        for (Part part : Part.values()) {
            (part.isService() ? services : below).add(part);
        }
        for (List<Part> wave : List.of(below, services)) {
            // Chosen late: another stack of this machine may start at the same moment.
            Map<Part, Integer> ports = ports(parts, earlierPorts());
            for (Part part : wave) {
                if (!parts.containsKey(part)) {
                    notes.accept("starting " + part.word());
                    parts.put(part, spawn(part, ports));
                }
            }
            for (Part part : wave) {
                while (!becomesReady(part, parts) && mayHelp(part, parts)) {
                    parts.remove(part);
                    parts.put(part, spawn(part, ports(parts, Map.of())));
                }
                verify(part);
            }
        }
    }

    private static Map<Part, Integer> ports(Map<Part, ProcessRecord> running, Map<Part, Integer> earlier)
            throws IOException {
        Map<Part, Integer> taken = new EnumMap<>(Part.class);
        running.forEach((part, record) -> taken.put(part, record.port()));
        return Ports.choose(taken, earlier);
    }

    /** Whether a part that ended while starting may do better: without its cache, or at another port. */
    private boolean mayHelp(Part part, Map<Part, ProcessRecord> parts) throws IOException {
        ProcessRecord record = parts.get(part);
        if (closing || record == null || record.alive().isPresent()) {
            return false;
        }
        if (caches.drop(part)) {
            notes.accept("starting " + part.word() + " again, without its start cache");
            return true;
        }
        if (!Ports.isFree(record.port())) {
            notes.accept("starting " + part.word() + " again; somebody else took port " + record.port());
            return true;
        }
        return false;
    }

    /** A part that was killed comes back where its neighbours look for it. */
    private Map<Part, Integer> earlierPorts() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ProcessRecord.load(ProcessRecord.file(home, part)).ifPresent(record -> ports.put(part, record.port()));
        }
        return ports;
    }

    private ProcessRecord spawn(Part part, Map<Part, Integer> ports) throws IOException, InterruptedException {
        synchronized (turn) {
            if (closing) {
                throw new InterruptedException("closing");
            }
            return spawner.start(part, ports);
        }
    }

    /** Waits until it is ready, or has ended; false when it has ended. */
    private boolean becomesReady(Part part, Map<Part, ProcessRecord> parts) throws InterruptedException {
        ProcessRecord record = parts.get(part);
        return record != null
                && Await.until(() -> record.alive().isEmpty() || readiness.ready(part, record), LIMIT)
                && record.alive().isPresent();
    }

    private void verify(Part part) throws IOException, PartFailedException {
        if (ready(part)) {
            if (part != Part.DATABASE) {
                caches.confirm(part);
                caches.dropIfRefused(part);
            }
            return;
        }
        String what = running().containsKey(part)
                ? " runs but is not ready after " + LIMIT.toMinutes() + " minutes"
                : " ended while starting";
        Path log = home.log(part);
        throw new PartFailedException(part.word() + what + ". The end of " + log + ":\n" + Logs.end(log));
    }

    /**
     * This launcher no longer needs the stack; ends it if nobody else does. Safe to call from a shutdown hook at any
     * moment, also while {@link #start} is under way in another thread.
     *
     * @throws IOException when a file cannot be written
     * @throws InterruptedException when interrupted
     */
    public void leave() throws IOException, InterruptedException {
        synchronized (turn) {
            closing = true;
        }
        locked(() -> {
            if (!users.anyElse()) {
                ending.everything();
            }
            // Last, so that the keeper does not take an orderly end for an abandoned stack.
            users.leave();
        });
    }

    /**
     * Ends everything, whoever uses it.
     *
     * @throws IOException when a file cannot be written
     * @throws InterruptedException when interrupted
     */
    public void down() throws IOException, InterruptedException {
        if (!Files.isDirectory(home.run())) {
            return;
        }
        locked(() -> {
            users.enter();
            users.release();
            ending.everything();
            users.leave();
        });
    }

    /**
     * Kills a part without warning, as a power cut would.
     *
     * @param part which
     * @throws IOException when a file cannot be written
     * @throws InterruptedException when interrupted
     */
    public void kill(Part part) throws IOException, InterruptedException {
        ending.kill(part);
    }

    /**
     * Starts what is missing again, each at the port it had, and waits until it is ready.
     *
     * @throws PartFailedException when a part ends, or is not ready after a long time
     * @throws IOException when a file cannot be written
     * @throws InterruptedException when interrupted
     */
    public void restartMissing() throws IOException, InterruptedException, PartFailedException {
        startMissing();
    }

    /**
     * The parts that run now.
     *
     * @return by part; empty when all is down
     */
    public Map<Part, ProcessRecord> running() {
        Map<Part, ProcessRecord> found = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ProcessRecord.load(ProcessRecord.file(home, part))
                    .filter(record -> record.alive().isPresent())
                    .ifPresent(record -> found.put(part, record));
        }
        return found;
    }

    /**
     * Whether a part that runs does its work.
     *
     * @param part which
     * @return false when down or not ready
     */
    public boolean ready(Part part) {
        return Optional.ofNullable(running().get(part))
                .map(record -> readiness.ready(part, record))
                .orElse(false);
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void locked(Step step) throws IOException, InterruptedException {
        if (held != null) {
            // A shutdown hook while this very launcher starts things: the lock is ours already.
            step.run();
            return;
        }
        try (FileChannel channel = lockFile();
                FileLock lock = channel.lock()) {
            held = lock;
            step.run();
        } finally {
            held = null;
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(home.folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
