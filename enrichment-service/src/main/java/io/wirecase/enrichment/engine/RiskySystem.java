package io.wirecase.enrichment.engine;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.alert.Scores;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.platform.watchlist.ListKind;
import io.wirecase.platform.watchlist.Watchlists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one flow risk that only enrichment can judge, since it knows who announces an address: an autonomous system on a
 * list of the operator's. It is added to alerts that a flow has anyway; a flow without another finding is not seen
 * here.
 */
final class RiskySystem {

    private static final FlowRisk RISK = FlowRisk.RISKY_ASN;

    private RiskySystem() {}

    /** The alert with the finding, if it is of a flow one of whose ends is in a listed system; else as it was. */
    static Alert judge(Alert alert, List<AddressFacts> facts, Watchlists lists) {
        Flow flow = alert.evidence().flow();
        if (flow == null || alert.status() == Alert.Status.WITHDRAWN) {
            return alert;
        }
        return Stream.of(flow.responder(), flow.originator())
                .flatMap(address -> find(address, facts, lists).stream())
                .findFirst()
                .map(finding -> with(alert, finding))
                .orElse(alert);
    }

    private static Optional<Finding> find(IpAddress address, List<AddressFacts> facts, Watchlists lists) {
        NetworkOwner owner = facts.stream()
                .filter(some -> some.address().equals(address))
                .findFirst()
                .map(AddressFacts::owner)
                .orElse(null);
        Long number = owner == null ? null : owner.asn();
        return number == null
                ? Optional.empty()
                : lists.find(ListKind.SYSTEMS, Long.toString(number))
                        .map(match -> new Finding(
                                RISK.code(),
                                RISK.points(),
                                RISK.accountable(),
                                RISK.clientShare(),
                                "Address in an autonomous system on a list",
                                new UntrustedText(address + " of AS" + number),
                                match.toString(),
                                "enrichment"));
    }

    private static Alert with(Alert alert, Finding finding) {
        List<Finding> findings = new ArrayList<>(alert.findings());
        findings.add(finding);
        return new Alert(
                alert.id(),
                alert.revision(),
                alert.status(),
                alert.kind(),
                alert.site(),
                alert.captures(),
                alert.eventNanos(),
                alert.subject(),
                findings,
                Scores.total(findings),
                alert.evidence(),
                alert.techniques());
    }
}
