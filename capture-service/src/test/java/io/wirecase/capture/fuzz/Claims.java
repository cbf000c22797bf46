package io.wirecase.capture.fuzz;

import io.wirecase.capture.flow.Accounts;
import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import java.util.List;

/** What must hold of everything that is made of packets. */
final class Claims {

    /** The most bytes of a flow, as the design has it. */
    private static final int LARGEST_FLOW = 32 * 1024;

    private Claims() {}

    static void hold(boolean claim, String what) {
        if (!claim) {
            throw new AssertionError(what);
        }
    }

    /** Every packet is in one account, every decoded one in one flow, and every flow travels. */
    static void hold(Accounts accounts, List<Flow> flows) {
        long undecodable = accounts.undecodable().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        hold(accounts.packets() == accounts.decoded() + undecodable, "packets are missing in " + accounts);
        long inFlows = 0;
        for (Flow flow : flows) {
            inFlows += flow.ending().last() ? flow.traffic().total().packets() : 0;
            travels(flow);
        }
        hold(inFlows == accounts.decoded(), inFlows + " packets in flows, decoded: " + accounts);
        hold(accounts.flows() == flows.size(), flows.size() + " flows, counted: " + accounts);
    }

    private static void travels(Flow flow) {
        try {
            byte[] bytes = Codec.encodeFlow(flow);
            hold(bytes.length <= LARGEST_FLOW, "a flow of " + bytes.length + " bytes");
            hold(Codec.decodeFlow(bytes).equals(flow), "another flow came back: " + flow);
            hold(Codec.decode(Codec.encode(flow), Flow.class).equals(flow), "another flow came back of JSON: " + flow);
        } catch (Unreadable lost) {
            throw new AssertionError("a flow that cannot be read back: " + flow, lost);
        }
    }

    /** What was read of a flow is small and comes back as it was. */
    static void travels(Facts facts) {
        try {
            byte[] bytes = Codec.encode(facts);
            hold(bytes.length <= 2 * LARGEST_FLOW, "facts of " + bytes.length + " bytes");
            hold(Codec.decode(bytes, Facts.class).equals(facts), "other facts came back: " + facts);
        } catch (Unreadable lost) {
            throw new AssertionError("facts that cannot be read back: " + facts, lost);
        }
    }
}
