package io.wirecase.detection.risk.dns;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.detection.risk.DetectionContext;
import java.util.List;

/** The DNS transactions of a flow. */
final class Transactions {

    private Transactions() {}

    /** Those that are judged: all that are kept. nDPI ends its look at a flow with the first answer. */
    static List<DnsFacts.Transaction> of(Flow flow, DetectionContext context) {
        DnsFacts dns = flow.facts().dns();
        if (dns == null) {
            return List.of();
        }
        List<DnsFacts.Transaction> all = dns.transactions();
        int first = 0;
        while (context.ndpiCompatible() && first < all.size() && all.get(first).responseCode() == null) {
            first++;
        }
        return context.ndpiCompatible() ? all.subList(0, Math.min(first + 1, all.size())) : all;
    }
}
