package io.wirecase.report.hypothesis;

import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import java.util.ArrayList;
import java.util.List;

/** Who the other end is said to be, and whether the exchange is what it would be then. */
final class IdentityEvidence {

    private static final int ENOUGH = 3;
    private static final double NEARLY_ALL = 0.9;
    private static final double SOME = 0.1;

    private final Measurement measured;
    private final Facts facts;
    private final Traits traits;
    private final List<Evidence> found = new ArrayList<>();

    private IdentityEvidence(Measurement measured, Facts facts, Traits traits) {
        this.measured = measured;
        this.facts = facts;
        this.traits = traits;
    }

    static List<Evidence> find(Measurement measured, Facts facts, Traits traits) {
        IdentityEvidence identity = new IdentityEvidence(measured, facts, traits);
        identity.exchange();
        if (traits.unidentifiedAutomation()) {
            identity.add(
                    EvidenceKind.UNIDENTIFIED_AUTOMATION,
                    "The starts are {class} and none of the {requests} requests to {entity} names the"
                            + " software that sends it.");
        }
        identity.names();
        return identity.found;
    }

    private void exchange() {
        Exchanges exchanges = measured.exchanges();
        if (exchanges == null) {
            if (measured.http().requests() > 0 && measured.named() == 0 && traits.externalPeers()) {
                add(
                        EvidenceKind.EXCHANGE_UNNAMED,
                        "None of the {requests} HTTP requests says for which name it is, and no lookup leads to the"
                                + " addresses: no service can be named from addresses alone.");
            } else if (measured.http().requests() > 0) {
                add(EvidenceKind.EXCHANGE_UNKNOWN, "None of the {requests} HTTP requests is near a known exchange.");
            } else if (traits.otherProtocol()) {
                add(
                        EvidenceKind.OTHER_PROTOCOL,
                        "The protocol of the {answered} answered flows was read and is none that a known"
                                + " exchange uses.");
            }
        } else if (!exchanges.breaks().isEmpty()) {
            add(
                    exchanges.breaks().size() < SOME * exchanges.compared()
                            ? EvidenceKind.EXCHANGE_SOME_BROKEN
                            : EvidenceKind.EXCHANGE_BROKEN,
                    "{breaks} of {compared} exchanges in the name of {service} break its model, the first at exchange"
                            + " {breakOrdinal} ({breakTime}, packet {breakPacket}).");
        } else if (exchanges.whole() >= ENOUGH) {
            add(
                    EvidenceKind.EXCHANGE_WHOLE,
                    "{whole} of {compared} exchanges compared with the model of {service} match it in every check;"
                            + " {breaks} break it.");
        } else if (exchanges.whole() > 0) {
            add(
                    EvidenceKind.EXCHANGE_WHOLE_FEW,
                    "{whole} of {compared} exchanges compared with the model of {service} match it in every check.");
        }
    }

    private void names() {
        int n = measured.flows().size();
        if (n == 0 || !traits.client() || traits.scan() || traits.toGroup()) {
            return;
        }
        if ((double) measured.named() / n >= NEARLY_ALL) {
            add(EvidenceKind.NAMED, "In {named} of {flows} flows the server was asked for by name: {entity}.");
        } else if (measured.named() == 0
                && measured.host().dnsFlows() > 0
                && traits.externalPeers()
                && !traits.infrastructure()) {
            add(
                    EvidenceKind.NEVER_NAMED,
                    "In none of {flows} flows was the server asked for by name, though the capture holds"
                            + " {dnsFlows} DNS flows"
                            + " of the host.");
        }
    }

    private void add(EvidenceKind kind, String template) {
        found.add(new Evidence(kind, facts.say(template)));
    }
}
