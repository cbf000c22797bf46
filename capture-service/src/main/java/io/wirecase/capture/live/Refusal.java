package io.wirecase.capture.live;

import org.pcap4j.core.PcapNativeException;

/**
 * Why nobody can listen, and what to do, as phrases for people.
 *
 * @param kind which kind it is
 * @param reason why this time and what to do
 */
public record Refusal(Kind kind, String reason) {

    /** Kinds of refusals. */
    public enum Kind {
        /** libpcap is not installed here. */
        NO_LIBRARY,
        /** The system does not let this process listen. */
        NO_RIGHT,
        /** There is no such interface. */
        NO_INTERFACE,
        /** The filter is none. */
        BAD_FILTER,
        /** A setting cannot work. */
        BAD_SETTING,
        /** A sensor of that name listens already. */
        IN_USE,
        /** Anything else the system says. */
        OTHER
    }

    private static final int NO_SUCH_DEVICE = -5;
    private static final int PERMISSION_DENIED = -8;
    private static final int INTERFACE_DOWN = -9;
    private static final int PROMISCUOUS_DENIED = -11;

    static Refusal noLibrary() {
        return new Refusal(
                Kind.NO_LIBRARY,
                "libpcap is not installed, which listening needs (Debian, Ubuntu: apt-get install libpcap0.8;"
                        + " Fedora: dnf install libpcap); reading files needs none");
    }

    /** What the return codes of pcap_activate(3PCAP) mean. */
    static Refusal toOpen(String networkInterface, PcapNativeException failure) {
        Integer code = failure.getReturnCode();
        return switch (code == null ? 0 : code) {
            case NO_SUCH_DEVICE ->
                new Refusal(
                        Kind.NO_INTERFACE,
                        "there is no interface " + networkInterface + "; ./wirecase interfaces lists them");
            case PERMISSION_DENIED, PROMISCUOUS_DENIED -> noRight(networkInterface);
            case INTERFACE_DOWN ->
                new Refusal(
                        Kind.OTHER,
                        networkInterface + " is down (bring it up: ip link set " + networkInterface + " up)");
            default -> byWords(networkInterface, String.valueOf(failure.getMessage()));
        };
    }

    static Refusal badFilter(String filter, PcapNativeException failure) {
        return new Refusal(
                Kind.BAD_FILTER,
                "the filter \"" + filter + "\" is none (pcap-filter(7)): " + String.valueOf(failure.getMessage()));
    }

    static Refusal noRight(String networkInterface) {
        return new Refusal(
                Kind.NO_RIGHT,
                "no right to listen on " + networkInterface
                        + ": run as root (sudo), or give Java the right once: sudo setcap"
                        + " cap_net_raw+eip " + System.getProperty("java.home")
                        + "/bin/java (docs/operations.md says more)");
    }

    private static Refusal byWords(String networkInterface, String words) {
        if (words.contains("permitted") || words.contains("ermission")) {
            return noRight(networkInterface);
        }
        if (words.contains("No such device")) {
            return new Refusal(
                    Kind.NO_INTERFACE,
                    "there is no interface " + networkInterface + "; ./wirecase interfaces lists them");
        }
        return new Refusal(Kind.OTHER, "libpcap refuses " + networkInterface + ": " + words);
    }
}
