package io.wirecase.detection.testing;

import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Messages.hello;

import io.wirecase.core.flow.Flow;
import java.util.ArrayList;
import java.util.List;

/** What a page load and a scan look like as flows. */
public final class Scans {

    private Scans() {}

    /** 129 answered connections to 43 names, each name looked up before. */
    public static List<Flow> pageLoad() {
        return pageLoad(0);
    }

    /** The same, some time later. */
    public static List<Flow> pageLoad(long laterMillis) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 129; i++) {
            int name = i / 3;
            flows.add(flow().number(i + 1)
                    .at(laterMillis + 380L * i)
                    .client(FlowFixtures.CLIENT, 40_000 + i)
                    .server("151.101." + name + ".7", 443)
                    .tls(hello(0x0303, "img" + name + ".example", "h2"))
                    .resolved("img" + name + ".example")
                    .build());
        }
        return flows;
    }

    /** 129 tries at 43 hosts on 3 ports: 7 open, 70 refused, 52 silent, no name asked for. */
    public static List<Flow> sweep() {
        List<Flow> flows = new ArrayList<>();
        int[] ports = {22, 445, 3389};
        for (int i = 0; i < 129; i++) {
            int target = i * 50 % 129;
            FlowFixtures one = flow().number(1_000 + i)
                    .at(450L * i)
                    .client(FlowFixtures.CLIENT, 50_000 + i)
                    .server("10.20.0." + (11 + target / 3), ports[target % 3]);
            int outcome = i * 37 % 129;
            flows.add((outcome < 7 ? one.emptyHanded() : outcome < 77 ? one.refused() : one.silent()).build());
        }
        return flows;
    }

    /** Tries at many ports of one host, each refused. */
    public static List<Flow> ports(int count) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flows.add(flow().number(5_000 + i)
                    .at(10L * i)
                    .client(FlowFixtures.CLIENT, 30_000 + i % 20_000)
                    .server("10.20.0.9", 1 + i)
                    .refused()
                    .build());
        }
        return flows;
    }
}
