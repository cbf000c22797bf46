package io.wirecase.capture.live;

import io.wirecase.core.net.IpAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;

/** The interfaces that could be listened on. */
public final class Interfaces {

    private Interfaces() {}

    /**
     * An interface.
     *
     * @param name as the system has it
     * @param description what the system says of it, or null
     * @param addresses its IP addresses as text
     * @param up whether it is up
     * @param running whether it has a link
     * @param loopback whether it leads back to this machine
     */
    public record NetworkInterface(
            String name,
            @Nullable String description,
            List<String> addresses,
            boolean up,
            boolean running,
            boolean loopback) {

        /** Keeps its own copy of the list. */
        public NetworkInterface {
            addresses = List.copyOf(addresses);
        }
    }

    /** What became of asking. */
    public sealed interface Result {}

    /**
     * They are known.
     *
     * @param interfaces in the system's order; without the right to listen it is often empty
     */
    public record Found(List<NetworkInterface> interfaces) implements Result {

        /** Keeps its own copy of the list. */
        public Found {
            interfaces = List.copyOf(interfaces);
        }
    }

    /**
     * They are not.
     *
     * @param refusal why and what to do
     */
    public record Refused(Refusal refusal) implements Result {}

    /** Lists the interfaces libpcap knows. */
    public static Result all() {
        try {
            return new Found(
                    Pcaps.findAllDevs().stream().map(Interfaces::describe).toList());
        } catch (PcapNativeException failed) {
            return new Refused(Refusal.toOpen("any interface", failed));
        } catch (LinkageError missing) {
            return new Refused(Refusal.noLibrary());
        }
    }

    private static NetworkInterface describe(PcapNetworkInterface one) {
        return new NetworkInterface(
                one.getName(),
                one.getDescription(),
                one.getAddresses().stream()
                        .map(PcapAddress::getAddress)
                        .filter(Objects::nonNull)
                        .map(Interfaces::text)
                        .toList(),
                one.isUp(),
                one.isRunning(),
                one.isLoopBack());
    }

    /** The address as RFC 5952 writes it, without the zone that Java adds to link-local ones. */
    private static String text(InetAddress address) {
        return IpAddress.of(address.getAddress()).toString();
    }
}
