package io.wirecase.report.measurement;

import io.wirecase.core.fact.TcpFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Party;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections opened together of which one is used and the others are given up by the client: what a client does that
 * tries several addresses of one name at once (RFC 8305, "happy eyeballs"). What it gives up is no failure and no
 * probe.
 *
 * @param races times it happened
 * @param connections connections opened in them
 * @param givenUp those of them that the client reset or left without having sent anything
 * @param givenUpAll all connections of the pattern that the client gave up so, in a race or not
 */
public record Races(int races, int connections, int givenUp, int givenUpAll) {

    /** Connections of one race start within this of its first: several times the delay RFC 8305 recommends. */
    static final long TOGETHER_NANOS = 1_000_000_000L;

    /** The races among flows in start order. */
    static Races of(List<Flow> flows) {
        int races = 0;
        int connections = 0;
        int lost = 0;
        List<Flow> together = new ArrayList<>();
        List<List<Flow>> all = new ArrayList<>();
        for (Flow flow : flows) {
            boolean apart = !together.isEmpty()
                    && flow.span().startNanos() - together.getFirst().span().startNanos() > TOGETHER_NANOS;
            if (apart) {
                all.add(together);
                together = new ArrayList<>();
            }
            together.add(flow);
        }
        all.add(together);
        for (List<Flow> group : all) {
            long won = group.stream()
                    .filter(f -> Outcome.of(f) == Outcome.ANSWERED)
                    .count();
            long given = group.stream().filter(Races::givenUp).count();
            if (won > 0 && given > 0) {
                races++;
                connections += group.size();
                lost += (int) given;
            }
        }
        return new Races(races, connections, lost, (int)
                flows.stream().filter(Races::givenUp).count());
    }

    private static boolean givenUp(Flow flow) {
        TcpFacts tcp = flow.facts().tcp();
        return tcp != null
                && flow.traffic().total().payloadBytes() == 0
                && tcp.firstFlags() == TcpFacts.SYN
                && (tcp.firstReset() == Party.ORIGINATOR || Outcome.of(flow) == Outcome.SILENT);
    }
}
