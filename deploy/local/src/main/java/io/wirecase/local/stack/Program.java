package io.wirecase.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Java program of the stack, in its final layout: what a start cache depends on.
 *
 * @param flags options of the virtual machine, without those of the cache
 * @param target class path and main class, or a jar
 * @param files every jar it loads from; a cache holds for exactly these
 */
record Program(List<String> flags, List<String> target, List<Path> files) {

    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.timezone=UTC",
            "-Djava.awt.headless=true");

    static Program service(Home home, Part part) throws IOException {
        Path app = home.checkout().resolve(part.word() + "-service/target/quarkus-app");
        Path jar = app.resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IOException("The " + part.word() + " service is not built: " + jar + " is missing");
        }
        return new Program(flags(part), List.of("-jar", jar.toString()), jars(app));
    }

    /** The launcher's own jar; its manifest names the jars beside it. */
    static Program broker(Home home, String mainClass) throws IOException {
        Path target = home.checkout().resolve("deploy/local/target");
        Path jar = target.resolve("wirecase-local.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IOException("The launcher is not built: " + jar + " is missing");
        }
        List<Path> files = new ArrayList<>(jars(target.resolve("lib")));
        files.add(jar);
        return new Program(flags(Part.BROKER), List.of("-cp", jar.toString(), mainClass), files);
    }

    private static List<String> flags(Part part) {
        List<String> flags = new ArrayList<>(COMMON);
        flags.addAll(part.memory());
        return List.copyOf(flags);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
