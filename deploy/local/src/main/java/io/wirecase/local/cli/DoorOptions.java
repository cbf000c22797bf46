package io.wirecase.local.cli;

import io.wirecase.local.client.Rules;
import io.wirecase.local.stack.Part;
import io.wirecase.local.stack.ProcessRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running stack is asked: the one on this machine, or another. */
final class DoorOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The front door of another stack (default: the one that runs here).")
    private @Nullable URI url;

    @Option(names = "--key-file", paramLabel = "FILE", description = "Holds its key (default: that of this machine).")
    private @Nullable Path keyFile;

    /**
     * The rules of the stack; empty when none runs here and no other is named.
     *
     * @throws IOException when the key cannot be read
     */
    Optional<Rules> rules(Context context) throws IOException {
        URI door = url;
        if (door == null) {
            ProcessRecord here = context.stack().running().get(Part.REPORT);
            if (here == null) {
                return Optional.empty();
            }
            door = URI.create("http://127.0.0.1:" + here.port());
        }
        return Optional.of(new Rules(door, keyFile == null ? context.home().keyFile() : keyFile));
    }
}
