package io.wirecase.local.cli;

import io.wirecase.core.net.IpAddress;
import io.wirecase.local.stack.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code interfaces}: what could be listened on. */
@Command(
        name = "interfaces",
        description = "List the network interfaces that could be listened on.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Listening needs libpcap and the right to it: root, or cap_net_raw for Java (see docs/operations.md)."
        })
final class InterfacesCommand implements Callable<Integer> {

    /** What Linux calls all interfaces together. */
    private static final String ANY = "any";

    private final Context context;

    InterfacesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<NetworkInterface> all = NetworkInterface.networkInterfaces()
                .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                .toList();
        for (NetworkInterface one : all) {
            context.terminal().result(line(one.getName(), state(one), addresses(one)));
        }
        if (System.getProperty("os.name", "").startsWith("Linux")) {
            context.terminal().result(line(ANY, "up", "all of them together"));
        }
        if (!context.stack().running().containsKey(Part.CAPTURE)) {
            context.terminal().note("./wirecase listen NAME starts Wirecase and listens.");
        }
        return ExitCode.DONE;
    }

    /** Whether there is an interface of that name now. */
    static boolean exists(String name) throws IOException {
        return ANY.equals(name) || NetworkInterface.getByName(name) != null;
    }

    private static String line(String name, String state, String what) {
        return String.format(Locale.ROOT, "%-16s %-9s %s", PlainText.of(name), state, what)
                .stripTrailing();
    }

    private static String state(NetworkInterface one) throws IOException {
        return one.isLoopback() ? "loopback" : one.isUp() ? "up" : "down";
    }

    private static String addresses(NetworkInterface one) {
        return one.inetAddresses()
                .map(InetAddress::getAddress)
                .map(bytes -> IpAddress.of(bytes).toString())
                .collect(Collectors.joining(", "));
    }
}
