package io.wirecase.detection.timing;

import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourState;
import io.wirecase.detection.behaviour.StateReader;
import io.wirecase.detection.behaviour.StateWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The longest flows of a host; of each what its longest part says. */
final class LongFlows implements BehaviourState<LongFlow> {

    private static final int VERSION = 1;
    private static final int MOST = 16;

    private final Map<Long, LongFlow> flows = new HashMap<>();

    static LongFlows of(byte[] bytes) {
        StateReader in = new StateReader(bytes, VERSION);
        LongFlows state = new LongFlows();
        while (in.more()) {
            state.add(new LongFlow(
                    in.bits(), in.bits(), in.count(), in.count(), IpAddress.of(in.block()), (int) in.count()));
        }
        return state;
    }

    @Override
    public void add(LongFlow flow) {
        flows.merge(flow.order(), flow, (one, other) -> LongFlow.LONGEST.compare(one, other) <= 0 ? one : other);
        if (flows.size() > MOST) {
            flows.remove(longest().getLast().order());
        }
    }

    @Override
    public byte[] bytes() {
        StateWriter out = new StateWriter(VERSION);
        longest()
                .forEach(flow -> out.bits(flow.order())
                        .bits(flow.startNanos())
                        .counts(flow.nanos(), flow.packets())
                        .block(flow.peer().bytes())
                        .counts(flow.port()));
        return out.bytes();
    }

    /** All that are kept, the longest first. */
    List<LongFlow> longest() {
        return flows.values().stream().sorted(LongFlow.LONGEST).toList();
    }
}
