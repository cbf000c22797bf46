package io.wirecase.local.spool;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Wakes who waits for a folder, or a folder in it, to change. It may wake for nothing; it never says what changed. */
public final class Alarm implements Closeable {

    private final Path folder;
    private final WatchService service;
    private final Map<Path, WatchKey> watched = new HashMap<>();

    /**
     * Watches from now on.
     *
     * @throws IOException when the system cannot watch the folder
     */
    public Alarm(Path folder) throws IOException {
        this.folder = folder;
        this.service = folder.getFileSystem().newWatchService();
        watchAll();
    }

    /**
     * Waits for a change.
     *
     * @param longest how long at most
     * @throws InterruptedException when interrupted
     */
    public void await(Duration longest) throws IOException, InterruptedException {
        WatchKey key = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.poll();
        }
        watchAll();
    }

    private void watchAll() throws IOException {
        watched.values().removeIf(key -> !key.isValid());
        List<Path> folders;
        try (Stream<Path> walk = Files.walk(folder)) {
            folders = walk.filter(Files::isDirectory).toList();
        }
        for (Path each : folders) {
            if (!watched.containsKey(each)) {
                watch(each);
            }
        }
    }

    private void watch(Path each) throws IOException {
        try {
            watched.put(each, each.register(service, ENTRY_CREATE, ENTRY_MODIFY));
        } catch (NoSuchFileException gone) {
            watched.remove(each);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
