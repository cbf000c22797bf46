package io.wirecase.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Where things are: the checkout with the built programs, and the one data folder that survives restarts.
 *
 * @param checkout the source tree, built
 * @param folder the data folder
 */
public record Home(Path checkout, Path folder) {

    private static final int SECRET_BYTES = 24;

    /** Paths are made absolute, since the processes run in folders of their own. */
    public Home {
        checkout = checkout.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * What tells the services of this data folder from those of another on the same machine.
     *
     * @return the same for the same folder
     */
    String stackId() {
        return UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * The key of the REST interface; made on first use, readable by its owner alone.
     *
     * @return the file
     */
    public Path keyFile() {
        return folder.resolve("api-key");
    }

    Path databasePasswordFile() {
        return folder.resolve("database-password");
    }

    /**
     * The log of a part's present or last run; earlier ones have numbers behind.
     *
     * @param part whose
     * @return the file
     */
    public Path log(Part part) {
        return logs().resolve(part.word() + ".log");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path data(Part part) {
        return folder.resolve("data").resolve(part.word());
    }

    /** Beside the programs they belong to: every data folder uses them, and a clean build removes them. */
    Path caches() {
        return checkout.resolve("deploy/local/target/start-caches");
    }

    Path brokerReady() {
        return run().resolve("broker.ready");
    }

    /** Makes the folders and the secrets that are missing. */
    void prepare() throws IOException {
        for (Path each : new Path[] {folder, logs(), run(), caches()}) {
            Files.createDirectories(each);
        }
        secret(keyFile());
        secret(databasePasswordFile());
    }

    private static void secret(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly);
        // No line end: some readers take the file as it is.
        Files.writeString(file, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    }
}
