package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: what runs where. Ends with 0 whether up or down: asking is not failing. */
@Command(name = "status", description = "Say what runs and where.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Context context;

    @Option(names = "--json", description = "For programs: one JSON object.")
    private boolean json;

    StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Status status = Status.of(context.home(), context.stack());
        if (json) {
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            context.terminal().result(mapper.writeValueAsString(status));
        } else {
            status.lines().forEach(context.terminal()::result);
        }
        return ExitCode.DONE;
    }
}
