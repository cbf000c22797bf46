package io.wirecase.capture.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wirecase.core.wire.Accounts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live sensor and how it does.
 *
 * @param name the sensor's name
 * @param site the address space its hosts live in
 * @param networkInterface what it listens on
 * @param filter only packets that pass it are looked at (pcap-filter(7)), or null for all
 * @param snapLength most bytes kept of a packet
 * @param bufferBytes how much the system gathers while nobody reads
 * @param promiscuous whether packets to other stations are wanted too
 * @param state how it does
 * @param failure why it ended by itself, or null
 * @param sinceNanos when it began, nanoseconds since 1970
 * @param captures the captures it made, the present one last; more than one when the bus was away meanwhile
 * @param seen what it saw, and what was lost; its members stand beside the others
 */
public record SensorState(
        String name,
        String site,
        String networkInterface,
        @Nullable String filter,
        int snapLength,
        int bufferBytes,
        boolean promiscuous,
        State state,
        @Nullable String failure,
        long sinceNanos,
        List<UUID> captures,
        @JsonUnwrapped Seen seen) {

    /**
     * What a sensor saw.
     *
     * @param packets packets read
     * @param flows flow records made
     * @param droppedByKernel packets that found no room in the buffer between the kernel and us
     * @param droppedByInterface packets the interface or its driver lost
     * @param unrecorded packets that were analysed and not kept
     */
    public record Seen(long packets, long flows, long droppedByKernel, long droppedByInterface, long unrecorded) {}

    /** How a sensor does. */
    public enum State {
        /** It waits until the bus takes what it sees. */
        STARTING,
        /** It listens. */
        LISTENING,
        /** It ended; its last capture is complete, or failed and says why. */
        ENDED
    }

    /** Keeps its own copy of the list. */
    public SensorState {
        captures = List.copyOf(captures);
    }

    static SensorState of(LiveSettings settings, long sinceNanos, LiveProgress progress) {
        Accounts accounts = progress.accounts();
        return new SensorState(
                settings.sensor(),
                settings.site(),
                settings.networkInterface(),
                settings.filter().isBlank() ? null : settings.filter(),
                settings.snapLength(),
                settings.bufferBytes(),
                settings.promiscuous(),
                progress.state(),
                progress.failure(),
                sinceNanos,
                progress.captures(),
                new Seen(
                        accounts == null ? 0 : accounts.packets(),
                        accounts == null ? 0 : accounts.flows(),
                        progress.drops().kernel(),
                        progress.drops().networkInterface(),
                        progress.unrecorded()));
    }
}
