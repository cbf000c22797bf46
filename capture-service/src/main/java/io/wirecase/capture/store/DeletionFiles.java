package io.wirecase.capture.store;

import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Deletions that readers are still to be told of, a file each. The store's lock guards what changes them. */
final class DeletionFiles {

    private static final String ENDING = ".json";

    private final Path folder;
    private final ConcurrentHashMap<UUID, Deletion> known = new ConcurrentHashMap<>();

    DeletionFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                Deletion deletion = Codec.decode(Files.readAllBytes(file), Deletion.class);
                known.put(deletion.id(), deletion);
            }
        } catch (Unreadable damaged) {
            throw new IOException("what was noted of a deleted capture is damaged, in " + folder, damaged);
        }
    }

    void add(Deletion deletion) throws IOException {
        Disk.write(file(deletion.id()), Codec.encode(deletion));
        known.put(deletion.id(), deletion);
    }

    Optional<Deletion> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    List<Deletion> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Deletion::id))
                .toList();
    }

    /** Forgets it, unless the capture was deleted once more since. */
    void remove(Deletion deletion) throws IOException {
        if (deletion.equals(known.get(deletion.id()))) {
            Files.deleteIfExists(file(deletion.id()));
            known.remove(deletion.id());
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id + ENDING);
    }
}
