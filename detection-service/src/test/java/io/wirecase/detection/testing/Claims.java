package io.wirecase.detection.testing;

import static io.wirecase.detection.testing.FlowFixtures.flow;

import io.wirecase.core.flow.Flow;
import java.util.ArrayList;
import java.util.List;

/** Who claims an address by ARP, as flows. */
public final class Claims {

    public static final String GATEWAY = "192.168.50.1";
    public static final String DESK = "192.168.50.71";
    public static final long GATEWAY_MAC = 0x02163E500001L;
    public static final long DESK_MAC = 0x02163E500047L;
    public static final long THIRD_MAC = 0x02163E500099L;
    private static final long MINUTE = 60_000;

    private Claims() {}

    /** The desk asks for the gateway every minute and gets its answer. */
    public static List<Flow> ordinary(int minutes) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < minutes; i++) {
            flows.add(asked(i, i * MINUTE, GATEWAY_MAC));
        }
        return flows;
    }

    /** A third station tells the desk over and over that it is the gateway, which goes on answering. */
    public static List<Flow> poisoned(int minutes) {
        List<Flow> flows = ordinary(minutes);
        for (int i = 0; i < minutes; i++) {
            flows.add(flow().number(1_000 + i)
                    .at(i * MINUTE + 5_000)
                    .lasting(50_000)
                    .client(GATEWAY, null)
                    .server(DESK, null)
                    .arpTold(THIRD_MAC, 25, 25, 0, 0)
                    .build());
        }
        return flows;
    }

    /** Two stations were given one address; both answer whoever asks. */
    public static List<Flow> configuredTwice(int minutes) {
        List<Flow> flows = ordinary(minutes);
        for (int i = 0; i < minutes; i++) {
            flows.add(flow().number(2_000 + i)
                    .at(i * MINUTE + 1)
                    .client(GATEWAY, null)
                    .server(DESK, null)
                    .arpTold(THIRD_MAC, 1, 0, 0, 0)
                    .build());
        }
        return flows;
    }

    /** A spare takes the address over, announces it five times and answers from then on. */
    public static List<Flow> takenOver(long spareMac, int minutes) {
        List<Flow> flows = ordinary(minutes);
        flows.add(flow().number(3_000)
                .at(minutes * MINUTE)
                .lasting(4_000)
                .client(GATEWAY, null)
                .server(GATEWAY, null)
                .arpTold(spareMac, 5, 0, 5, 0)
                .build());
        for (int i = 0; i < minutes; i++) {
            flows.add(asked(4_000 + i, (minutes + i) * MINUTE + 10_000, spareMac));
        }
        return flows;
    }

    private static Flow asked(long number, long at, long answer) {
        return flow().number(number)
                .at(at)
                .client(DESK, null)
                .server(GATEWAY, null)
                .arpAsked(DESK_MAC, answer)
                .build();
    }
}
