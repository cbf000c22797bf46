package io.wirecase.capture.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads every file below a folder in many damaged variants; see {@link Mutations}. Arguments: the folder and how many
 * variants of each kind. Ends with 1 when something was not stood.
 */
public final class MutationMain {

    private MutationMain() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        int each = Integer.parseInt(arguments[1]);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of(arguments[0]))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Mutations mutations = new Mutations();
        long seed = 0;
        for (Path file : files) {
            byte[] capture = Files.readAllBytes(file);
            if (capture.length > 0) {
                mutations.of(String.valueOf(file.getFileName()), capture, ++seed, each);
            }
        }
        mutations.faults().forEach(System.out::println);
        System.out.println(files.size() + " files, " + mutations.summary());
        System.exit(mutations.faults().isEmpty() ? 0 : 1);
    }
}
