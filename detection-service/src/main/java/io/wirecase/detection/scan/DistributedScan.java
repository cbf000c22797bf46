package io.wirecase.detection.scan;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.measure.Contact;
import io.wirecase.core.net.IpAddress;
import io.wirecase.detection.behaviour.BehaviourKey;
import io.wirecase.detection.behaviour.BehaviourReading;
import io.wirecase.detection.behaviour.Digest;
import io.wirecase.detection.behaviour.PlannedDetector;
import io.wirecase.detection.behaviour.StatePlan;
import io.wirecase.detection.behaviour.Subjects;
import io.wirecase.detection.tally.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One host, many sources, each of which tries too few ports to be a scanner of its own. Made-up sources of a flood try
 * one port each, and so does the noise of the internet; a shared list is worked off in pieces.
 */
public final class DistributedScan implements PlannedDetector<ScanContact, Sources> {

    private static final String CODE = "distributed_scan";
    private static final int CLIENT_SHARE = 90;

    private final StatePlan<Sources> plan;
    private final DistributedLimits limits;
    private final Networks networks;

    /** A detector with limits and the networks that tell inside from outside. */
    public DistributedScan(DistributedLimits limits, Networks networks) {
        this.plan = new StatePlan<>(CODE, limits.window(), Sources::new, Sources::of);
        this.limits = limits;
        this.networks = networks;
    }

    @Override
    public StatePlan<Sources> plan() {
        return plan;
    }

    @Override
    public List<Digest<ScanContact>> read(Flow flow) {
        Optional<ScanContact> read = ContactReader.read(flow);
        if (read.isEmpty() || read.get().family() != ScanFamily.TCP) {
            return List.of();
        }
        ScanContact contact = read.get();
        // What our own hosts reach outside is most of all traffic, and no host of ours is tried by it.
        boolean usual = contact.outcome() == Contact.Outcome.ANSWERED
                && networks.internal(flow.originator())
                && !networks.internal(flow.responder());
        if (usual) {
            return List.of();
        }
        ScanContact bySource = new ScanContact(
                contact.family(),
                flow.originator(),
                contact.port(),
                contact.nanos(),
                contact.outcome(),
                contact.named(),
                contact.technique(),
                contact.mark(),
                contact.packets(),
                contact.lot());
        return List.of(new Digest<>(
                flow.responder(),
                "",
                contact.nanos(),
                bySource,
                contact.outcome().failed()));
    }

    @Override
    public boolean plausible(Sources state) {
        return state.failed() >= limits.ports()
                && state.failedShare() >= limits.failedShare()
                && state.modest() >= limits.sources()
                && state.ports() >= limits.ports()
                && state.portsOfOne() >= limits.portsOfOne();
    }

    @Override
    public BehaviourReading read(BehaviourKey key, Sources state) {
        List<IpAddress> sources = state.some().addresses();
        Verdict verdict = new Verdict(plausible(state), CODE, Subjects.host(key.subject()))
                .weight(state.failed())
                .points(ScanAlerts.POINTS, CLIENT_SHARE)
                .says("Many sources tried ports of one host, each of them few, most in vain")
                .limit(limits.sources() + " sources, " + limits.ports() + " ports, failed share "
                        + limits.failedShare())
                .attack("T1595", "Active Scanning")
                .attack("T1046", "Network Service Discovery")
                .measure("sources", state.modest(), "hosts", limits.sources())
                .measure("distinctPorts", state.ports(), "ports", limits.ports())
                .measure("portsOfOneSource", state.portsOfOne(), "ports", limits.portsOfOne())
                .measure("attempts", state.attempts(), "flows", null)
                .measure("failureShare", state.failedShare(), "share", limits.failedShare());
        List<RoleOf> roles = new ArrayList<>();
        sources.forEach(source -> roles.add(new RoleOf(Role.ATTACKER, source)));
        roles.add(new RoleOf(Role.VICTIM, key.subject()));
        return verdict.reading(new Behaviour(
                        null,
                        state.firstNanos(),
                        state.lastNanos(),
                        state.attempts(),
                        state.packets(),
                        verdict.measures(),
                        List.of())
                .withRoles(roles));
    }
}
