package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.local.stack.PartFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code listen}: from an interface to a report. */
@Command(
        name = "listen",
        description = "Listen on a network interface and write a report over what was seen.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Listens until Ctrl-C, or as long as --for says; then writes the report as analyze does. A second Ctrl-C "
                    + "ends without one. Needs libpcap and the right to listen: root, or cap_net_raw for Java (see "
                    + "docs/operations.md).",
            "",
            "Ends with 0 when the report was written; 3 when the sensor ended by itself, which the report says; 2 when "
                    + "nothing can be listened on; 10 when --fail-on says so; 64 for a wrong interface, filter or "
                    + "command line; 130 when interrupted twice; 70 when Wirecase itself failed."
        })
final class ListenCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "IFACE", description = "The interface; ./wirecase interfaces lists them.")
    private String networkInterface = "";

    @Option(
            names = "--filter",
            paramLabel = "BPF",
            description = "Look only at packets that pass, for example \"tcp port 443\" (pcap-filter(7)).")
    private @Nullable String filter;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Amounts.Time.class,
            description = "How long, for example 90s, 10m or 2h (default: until Ctrl-C).")
    private @Nullable Duration time;

    @Option(names = "--snap", paramLabel = "N", description = "Most bytes kept of a packet (default: 262144).")
    private @Nullable Integer snap;

    @Option(
            names = "--buffer",
            paramLabel = "SIZE",
            converter = Amounts.Size.class,
            description = "How much the system gathers while nobody reads (default: 32M).")
    private @Nullable Long buffer;

    @Option(names = "--no-promiscuous", description = "Only packets to and from this machine.")
    private boolean quiet;

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    ListenCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, PartFailedException {
        if (!InterfacesCommand.exists(networkInterface)) {
            context.terminal()
                    .note("wirecase: there is no interface " + PlainText.of(networkInterface)
                            + "; ./wirecase interfaces lists them");
            return ExitCode.USAGE;
        }
        Wish wish = report.over(List.of(Path.of(networkInterface)), site.name());
        return new Listening(context, wish, sensor(), time).run();
    }

    private ObjectNode sensor() {
        ObjectNode sensor = JsonMapper.builder().build().createObjectNode();
        sensor.put("networkInterface", networkInterface).put("promiscuous", !quiet);
        if (filter != null) {
            sensor.put("filter", filter);
        }
        if (site.name() != null) {
            sensor.put("site", site.name());
        }
        if (snap != null) {
            sensor.put("snapLength", snap);
        }
        if (buffer != null) {
            sensor.put("bufferBytes", buffer);
        }
        return sensor;
    }
}
