package io.wirecase.detection.testing;

import static io.wirecase.detection.testing.FlowFixtures.flow;

import io.wirecase.core.flow.Flow;
import java.util.ArrayList;
import java.util.List;

/** Hosts of a site that ask the same services day by day, and now and then something else. */
public final class Acquainted {

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final int HOSTS = 6;
    private static final int SERVICES = 24;

    private Acquainted() {}

    /** A week in which two hosts meet what nobody else does, others what is soon known, and one what only it sees. */
    public static List<Flow> week() {
        List<Flow> flows = new ArrayList<>();
        for (int host = 1; host <= HOSTS; host++) {
            for (int service = 0; service < SERVICES; service++) {
                flows.add(service(host, service, service * HOUR / 4));
            }
            for (int day = 1; day < 7; day++) {
                flows.add(service(host, day * host % SERVICES, day * DAY + host * HOUR));
            }
        }
        for (int i = 0; i < 3; i++) {
            // Each sees the first of these twice at one time: where captures overlap, both have it.
            flows.add(met(1, "one", 4 * DAY + i / 2 * HOUR));
            flows.add(met(2, "one", 5 * DAY + i / 2 * HOUR));
            flows.add(met(3 + i, "soon-known", 5 * DAY + (3 - i) * HOUR));
            flows.add(met(6, "other", 6 * DAY - i * HOUR / 2));
        }
        return flows;
    }

    private static Flow service(int host, int service, long at) {
        return contact(host, "api.service-" + service + ".com", "45.30." + service + ".1", at);
    }

    private static Flow met(int host, String what, long at) {
        return contact(host, "www." + what + ".net", "45.31." + what.length() + ".1", at);
    }

    private static Flow contact(int host, String name, String server, long at) {
        return flow().at(at)
                .client("10.20.9." + host, 40_000)
                .server(server, 443)
                .resolved(name)
                .build();
    }
}
