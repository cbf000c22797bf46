package io.wirecase.capture.store;

import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Ids;
import io.wirecase.core.wire.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Captures as files: {@code captures/ID/content} and {@code captures/ID/capture.json}. The second is written last and
 * by a rename, so a capture is there whole or not at all. Names given by people are values in that file and never
 * paths.
 */
public final class FileCaptureStore implements CaptureStore {

    private static final String CONTENT = "content";
    private static final String FACTS = "capture.json";

    private final Path captures;
    private final Path uploads;
    private final long reserve;
    private final ConcurrentHashMap<UUID, StoredCapture> known = new ConcurrentHashMap<>();

    /**
     * Opens a store; creates its folders, forgets what was half sent when the process last ended.
     *
     * @param root the folder that holds it
     * @param reserve bytes of the disk that are always left free
     * @throws IOException when the folder cannot be used or a kept capture cannot be read
     */
    public FileCaptureStore(Path root, long reserve) throws IOException {
        captures = Files.createDirectories(root.resolve("captures"));
        uploads = Files.createDirectories(root.resolve("uploads"));
        this.reserve = reserve;
        try (Stream<Path> left = Files.list(uploads)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> folders = Files.list(captures)) {
            for (Path folder : folders.toList()) {
                load(folder);
            }
        }
    }

    @Override
    public Received receive(InputStream body, String name, @Nullable String site) throws IOException {
        Path file = uploads.resolve(UUID.randomUUID().toString());
        try {
            return switch (new Intake(file, reserve).take(body)) {
                case Intake.Refused(String reason) -> new NoCapture(reason);
                case Intake.Full(String reason) -> new NoSpace(reason);
                case Intake.Cut(String reason) -> new Cut(reason);
                case Intake.Whole(String sha256, long bytes) -> {
                    UUID id = Ids.capture(site, sha256);
                    String place = site == null ? id.toString() : site;
                    yield keep(file, new StoredCapture(id, 1, place, name, sha256, bytes));
                }
            };
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public Optional<StoredCapture> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public List<StoredCapture> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(StoredCapture::id))
                .toList();
    }

    @Override
    public synchronized StoredCapture raise(UUID id, int revision) throws IOException {
        StoredCapture now = find(id).orElseThrow(() -> new NoSuchElementException("no capture " + id));
        if (revision <= now.revision()) {
            return now;
        }
        StoredCapture raised = now.withRevision(revision);
        write(raised);
        return raised;
    }

    @Override
    public Path content(UUID id) {
        return folder(id).resolve(CONTENT);
    }

    private synchronized Received keep(Path file, StoredCapture capture) throws IOException {
        StoredCapture same = known.get(capture.id());
        if (same != null) {
            return new Kept(same, true);
        }
        Path folder = Files.createDirectories(folder(capture.id()));
        // Replaces what a crash between this move and the next line left behind.
        Files.move(file, folder.resolve(CONTENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        write(capture);
        force(captures);
        return new Kept(capture, false);
    }

    private void write(StoredCapture capture) throws IOException {
        Path folder = folder(capture.id());
        Path draft = folder.resolve(FACTS + ".new");
        Files.write(draft, Codec.encode(capture));
        force(draft);
        Files.move(draft, folder.resolve(FACTS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        known.put(capture.id(), capture);
    }

    private void load(Path folder) throws IOException {
        Path facts = folder.resolve(FACTS);
        if (!Files.exists(facts) || !Files.exists(folder.resolve(CONTENT))) {
            return;
        }
        try {
            StoredCapture capture = Codec.decode(Files.readAllBytes(facts), StoredCapture.class);
            known.put(capture.id(), capture);
        } catch (Unreadable damaged) {
            throw new IOException("the facts of a kept capture are damaged: " + facts, damaged);
        }
    }

    private Path folder(UUID id) {
        return captures.resolve(id.toString());
    }

    /** Makes a file, or what a folder lists, survive a power cut. */
    private static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
