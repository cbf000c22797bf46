package io.wirecase.capture.store;

import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Ids;
import io.wirecase.core.wire.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
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
 * paths. What was deleted is in {@code deleted/ID.json} until readers were told.
 */
public final class FileCaptureStore implements CaptureStore {

    private static final String CONTENT = "content";
    private static final String FACTS = "capture.json";

    private final Path captures;
    private final Path uploads;
    private final Intake.Space space;
    private final DeletionFiles deletions;
    private final Holds holds = new Holds();
    private final ConcurrentHashMap<UUID, StoredCapture> known = new ConcurrentHashMap<>();

    /** A store with no limit but the disk. */
    public FileCaptureStore(Path root, long reserve) throws IOException {
        this(root, reserve, Long.MAX_VALUE);
    }

    /**
     * Opens a store; creates its folders, forgets what was half sent when the process last ended.
     *
     * @param root the folder that holds it
     * @param reserve bytes of the disk that are always left free
     * @param most the most bytes one capture may have; whoever lets old captures go keeps to it over all
     * @throws IOException when the folder cannot be used or a kept capture cannot be read
     */
    public FileCaptureStore(Path root, long reserve, long most) throws IOException {
        captures = Files.createDirectories(root.resolve("captures"));
        uploads = Files.createDirectories(root.resolve("uploads"));
        space = new Intake.Space(reserve, most);
        deletions = new DeletionFiles(root.resolve("deleted"));
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
        for (Deletion left : deletions.all()) {
            // A crash came between writing it down and removing the files, unless the capture was sent again since.
            StoredCapture there = known.get(left.id());
            if (there != null && there.revision() <= left.revision()) {
                remove(left.id());
            }
        }
    }

    @Override
    public Received receive(InputStream body, String name, @Nullable String site, long announced) throws IOException {
        Path file = draft();
        try {
            return switch (new Intake(file, space).take(body, announced)) {
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
    public List<Kept.Since> kept() {
        return all().stream()
                .filter(capture -> capture.gone() == null)
                .map(capture -> new Kept.Since(capture, received(capture.id())))
                .sorted(Comparator.comparing(Kept.Since::received))
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

    @Override
    public synchronized Optional<Hold> hold(UUID id) {
        return find(id).filter(capture -> capture.gone() == null).map(capture -> holds.take(capture, content(id)));
    }

    @Override
    public synchronized boolean letGo(UUID id, String reason, long nanos) throws IOException {
        StoredCapture capture = known.get(id);
        if (capture == null || capture.gone() != null || holds.any(id)) {
            return false;
        }
        write(capture.without(reason, nanos));
        Files.deleteIfExists(content(id));
        Disk.force(folder(id));
        return true;
    }

    @Override
    public synchronized void drop(UUID id) throws IOException {
        remove(id);
    }

    @Override
    public synchronized void delete(Deletion deletion) throws IOException {
        deletions.add(deletion);
        remove(deletion.id());
    }

    @Override
    public Optional<Deletion> deletion(UUID id) {
        return deletions.find(id);
    }

    @Override
    public List<Deletion> deletions() {
        return deletions.all();
    }

    @Override
    public synchronized void told(Deletion deletion) throws IOException {
        deletions.remove(deletion);
    }

    @Override
    public Path draft() {
        return uploads.resolve(UUID.randomUUID().toString());
    }

    private synchronized Received keep(Path file, StoredCapture sent) throws IOException {
        StoredCapture same = known.get(sent.id());
        if (same != null && same.gone() == null) {
            return new Kept(same, true);
        }
        StoredCapture capture = sent.withRevision(Math.max(
                same == null ? 1 : same.revision(),
                deletions.find(sent.id()).map(d -> d.revision() + 1).orElse(1)));
        Path folder = Files.createDirectories(folder(capture.id()));
        // Replaces what a crash between this move and the next line left behind.
        Files.move(file, folder.resolve(CONTENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        write(capture);
        Disk.force(captures);
        return new Kept(capture, same != null);
    }

    private void write(StoredCapture capture) throws IOException {
        Path folder = folder(capture.id());
        Disk.write(folder.resolve(FACTS), Codec.encode(capture));
        known.put(capture.id(), capture);
    }

    private void load(Path folder) throws IOException {
        Path facts = folder.resolve(FACTS);
        if (!Files.exists(facts)) {
            // Half kept or half deleted when the process ended.
            remove(UUID.fromString(String.valueOf(folder.getFileName())));
            return;
        }
        try {
            StoredCapture capture = Codec.decode(Files.readAllBytes(facts), StoredCapture.class);
            if (capture.gone() != null) {
                // A crash may have come between the two steps of letting it go.
                Files.deleteIfExists(folder.resolve(CONTENT));
                known.put(capture.id(), capture);
            } else if (Files.exists(folder.resolve(CONTENT))) {
                known.put(capture.id(), capture);
            }
        } catch (Unreadable damaged) {
            throw new IOException("the facts of a kept capture are damaged: " + facts, damaged);
        }
    }

    private void remove(UUID id) throws IOException {
        known.remove(id);
        // The facts first: without them what is left is no capture, and goes when this is done again.
        Files.deleteIfExists(folder(id).resolve(FACTS));
        Files.deleteIfExists(folder(id).resolve(CONTENT));
        Files.deleteIfExists(folder(id));
        Disk.force(captures);
    }

    private Instant received(UUID id) {
        try {
            return Files.getLastModifiedTime(content(id)).toInstant();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Path folder(UUID id) {
        return captures.resolve(id.toString());
    }
}
