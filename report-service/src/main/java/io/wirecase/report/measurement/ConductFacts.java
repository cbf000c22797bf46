package io.wirecase.report.measurement;

import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger.Basis;
import java.util.List;

/**
 * States how a client went about it: races, raceConnections, raceGivenUp; connects, connectAccepted, connectTls,
 * connectTargets, connectTarget, proxyTargets; idleStarts, idleShare, idleGap, uses.
 */
final class ConductFacts {

    private final Facts facts;
    private final List<String> flows;

    ConductFacts(Facts facts, List<String> flows) {
        this.facts = facts;
        this.flows = flows;
    }

    void state(Measurement.Shape shape) {
        Races races = shape.races();
        if (races.races() > 0) {
            String together = "groups of connections within a second of which one was answered and others given up";
            put("races", races.races(), together);
            put("raceConnections", races.connections(), "connections of those groups");
            put("raceGivenUp", races.givenUp(), "of them, reset or left by the client before anything was said");
        }
        Connects connects = shape.connects();
        if (connects.flows() > 0) {
            put("connects", connects.flows(), "flows with a CONNECT request");
            put("connectAccepted", connects.accepted(), "of them, answered with a status from 200 to 299");
            put("connectTls", connects.tlsInside(), "of them, with a TLS handshake inside");
            put("connectTargets", connects.targets().size(), "distinct targets asked for");
            put("proxyTargets", connects.serverTargets(), "distinct targets the host asked the same servers for");
            UntrustedText first = connects.targets().first();
            facts.put(
                    "connectTarget",
                    facts.ledger().packet(first, Basis.reported("target of a CONNECT request", flows)));
        }
        Idle idle = shape.idle();
        if (idle != null) {
            put("idleStarts", idle.idle(), "flows that began while the host did nothing else");
            facts.put(
                    "idleShare", facts.ledger().percent(idle.share(), Basis.measured("of the pattern's flows", flows)));
            put("uses", idle.uses(), "separate times in which the host did something else");
            Basis gap = Basis.inferred("how near something else makes a host busy", List.of());
            facts.put("idleGap", facts.ledger().count(Idle.QUIET_SECONDS, "s", gap));
        }
    }

    private void put(String name, long value, String formula) {
        Claim claim = facts.ledger().count(value, "", Basis.measured(formula, flows));
        facts.put(name, claim);
    }
}
