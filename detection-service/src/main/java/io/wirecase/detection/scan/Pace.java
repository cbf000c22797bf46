package io.wirecase.detection.scan;

import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.RankOrder;
import io.wirecase.core.measure.ScanStatistics.Summary;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.scan.Patience.Window;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** How fast and in which order a scan goes through its targets. */
final class Pace {

    private static final double HOUR_NANOS = 3.6e12;
    private static final int WELL_KNOWN = 1_023;
    private static final int LAST_PORT = 65_535;

    /** A scanner takes a network of 256 addresses at a time. */
    private static final long NETWORK = 0xFF;

    private final Summary contacts;
    private final List<Contact> inTime;
    private final long scale;

    /**
     * The pace of contacts.
     *
     * @param scale how many targets each of them stands for
     */
    Pace(Summary contacts, long scale) {
        this.contacts = contacts;
        this.inTime = contacts.contacts();
        this.scale = scale;
    }

    /** The most targets tried within so long. */
    long most(Duration length) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < inTime.size(); to++) {
            while (inTime.get(to).firstNanos() - inTime.get(from).firstNanos() >= length.toNanos()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most * scale;
    }

    /** Whether any window holds as many as make a scan. */
    boolean crowded(List<Window> windows) {
        return windows.stream().anyMatch(window -> most(window.length()) >= window.targets());
    }

    /** Targets an hour; empty where all came at once. */
    OptionalDouble perHour() {
        double nanos = inTime.isEmpty()
                ? 0
                : inTime.getLast().firstNanos() - inTime.getFirst().firstNanos();
        return nanos <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((inTime.size() - 1) * scale * HOUR_NANOS / nanos);
    }

    /** The order of ports where ports are gone through, else that of addresses. */
    RankOrder order() {
        return RankOrder.of(inTime.stream().mapToDouble(this::place).toArray());
    }

    private double place(Contact contact) {
        return throughPorts() ? contact.port() : contact.host().low();
    }

    private boolean throughPorts() {
        return contacts.ports() > contacts.hosts();
    }

    /**
     * Hours until an orderly scan is through, if it goes on as it does: with the well-known ports while it is among
     * them, else with all, or with the last host's network of 256. Empty where there is no order to go on in.
     */
    OptionalDouble hoursLeft() {
        OptionalDouble perHour = perHour();
        RankOrder order = order();
        if (perHour.isEmpty() || !order.orderly()) {
            return OptionalDouble.empty();
        }
        boolean up = order.correlation() > 0;
        return OptionalDouble.of((throughPorts() ? portsLeft(up) : hostsLeft(up)) / perHour.getAsDouble());
    }

    private double portsLeft(boolean up) {
        int edge = inTime.stream()
                .mapToInt(Contact::port)
                .reduce((a, b) -> up ? Math.max(a, b) : Math.min(a, b))
                .orElse(0);
        if (!up) {
            return edge;
        }
        return edge <= WELL_KNOWN ? WELL_KNOWN - edge : LAST_PORT - edge;
    }

    private double hostsLeft(boolean up) {
        IpAddress last = inTime.getLast().host();
        long place = last.low() & NETWORK;
        return up ? NETWORK - place : place;
    }
}
