package io.wirecase.report.section.alert;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.tally.Entry;
import io.wirecase.report.tally.Tally;
import io.wirecase.report.wording.CaseFile;
import io.wirecase.report.wording.Tables;
import io.wirecase.report.wording.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which hosts the alerts are about, whom those talked to, and what stayed inside. */
final class AlertHosts {

    private static final int MOST_HOSTS = 10;
    private static final int MOST_GROUPS = 4;
    private static final int MOST_LEADING = 2;
    private static final int MOST_PAIRS = 6;

    private AlertHosts() {}

    /** The hosts with most alerts in one sentence. */
    static Prose concentration(CaseFile file) {
        Facts more = file.facts().more();
        List<Tally.HostShare> all = file.tally().concentration();
        List<String> said = new ArrayList<>();
        for (Tally.HostShare host : all.subList(0, Math.min(MOST_LEADING, all.size()))) {
            int i = said.size();
            put(more, host, String.valueOf(i));
            said.add("{host" + i + "} has {n" + i + "} ({share" + i + "})");
        }
        more.put("hosts", more.ledger().count(all.size(), "", Basis.measured("hosts with alerts", List.of())));
        return more.say("Of {shown|alert|alerts} on {hosts|host|hosts} " + String.join(", ", said) + ".");
    }

    private static void put(Facts facts, Tally.HostShare host, String suffix) {
        Ledger ledger = facts.ledger();
        Basis basis = Basis.measured("alerts of the host / alerts shown", List.of());
        facts.put("host" + suffix, ledger.address(host.host(), Basis.measured("a host with alerts", List.of())));
        facts.put("n" + suffix, ledger.count(host.alerts(), "", basis));
        facts.put("share" + suffix, ledger.percent(host.share(), basis));
    }

    /** Hosts by alerts, each with the organisations and prefixes at the other end. */
    static Block table(CaseFile file) {
        List<List<Prose>> rows = new ArrayList<>();
        List<Tally.HostShare> all = file.tally().concentration();
        for (Tally.HostShare host : all.subList(0, Math.min(MOST_HOSTS, all.size()))) {
            Facts more = file.facts().more();
            put(more, host, "");
            List<Prose> row = new ArrayList<>(Write.cells(more, "host", "n", "share"));
            row.add(peers(more, file.tally().timeline(), host.host()));
            rows.add(row);
        }
        return Write.table(
                Write.words("Hosts by alerts"),
                List.of("Host", "Alerts#", "Share#", "Other ends, with alerts"),
                rows,
                Tables.cut(file.facts(), rows.size(), all.size(), "hosts"));
    }

    private static Prose peers(Facts facts, List<Entry> timeline, IpAddress host) {
        Map<Ends, List<String>> groups = new TreeMap<>();
        for (Entry entry : timeline) {
            Alert alert = entry.alert().alert();
            if (alert.subject().host().equals(host)) {
                groups.computeIfAbsent(ends(entry.alert(), alert.subject().peer()), k -> new ArrayList<>())
                        .add("alert:" + alert.id());
            }
        }
        List<Map.Entry<Ends, List<String>>> most = groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Ends, List<String>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<String> said = new ArrayList<>();
        for (Map.Entry<Ends, List<String>> group : most.subList(0, Math.min(MOST_GROUPS, most.size()))) {
            int i = said.size();
            Ledger ledger = facts.ledger();
            Ends ends = group.getKey();
            Basis who = Basis.lookedUp(
                    "who announces the address", ends.source().isEmpty() ? List.of() : List.of(ends.source()));
            facts.put("who" + i, ledger.word(ends.who(), who));
            Basis counted = Basis.measured("alerts of the host with these ends", group.getValue());
            facts.put("times" + i, ledger.count(group.getValue().size(), "", counted));
            boolean prefix = !ends.prefix().isEmpty();
            if (prefix) {
                facts.put("prefix" + i, ledger.word(ends.prefix(), who));
            }
            said.add("{who" + i + "}" + (prefix ? " {prefix" + i + "}" : "") + " ({times" + i + "})");
        }
        if (most.size() > MOST_GROUPS) {
            Basis rest = Basis.measured("groups of other ends not listed", List.of());
            facts.put("rest", facts.ledger().count(most.size() - (long) MOST_GROUPS, "", rest));
            said.add("{rest} more");
        }
        return facts.say(String.join(", ", said));
    }

    private static Ends ends(EnrichedAlert alert, @Nullable IpAddress peer) {
        AddressFacts facts = peer == null ? null : alert.facts(peer).orElse(null);
        if (facts == null) {
            return new Ends("many targets", "", "");
        }
        NetworkOwner owner = facts.owner();
        if (owner != null && owner.organization() != null) {
            String prefix = owner.prefix();
            String source =
                    "data:" + owner.source().name() + "@" + owner.source().version();
            return new Ends(owner.organization(), prefix == null ? "" : prefix, source);
        }
        return new Ends(facts.locality() == Locality.EXTERNAL ? "no owner listed" : word(facts.locality()), "", "");
    }

    private static String word(Locality locality) {
        return locality.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What stayed inside, counted apart and named by pair. */
    static Prose inside(CaseFile file) {
        Map<List<IpAddress>, List<String>> pairs = new TreeMap<>(
                Comparator.comparing((List<IpAddress> p) -> p.getFirst()).thenComparing(List::getLast));
        for (Entry entry : file.tally().timeline()) {
            Endpoint to = entry.destination();
            if (to != null
                    && internal(entry.alert(), entry.source().address())
                    && internal(entry.alert(), to.address())) {
                pairs.computeIfAbsent(List.of(entry.source().address(), to.address()), k -> new ArrayList<>())
                        .add("alert:" + entry.alert().alert().id());
            }
        }
        Facts more = file.facts().more();
        Ledger ledger = more.ledger();
        Basis basis = Basis.measured("alerts between internal hosts", List.of());
        more.put("inside", ledger.count(file.tally().direction().internalToInternal(), "", basis));
        List<String> said = new ArrayList<>();
        for (Map.Entry<List<IpAddress>, List<String>> pair :
                pairs.entrySet().stream().limit(MOST_PAIRS).toList()) {
            int i = said.size();
            Basis counted = Basis.measured("alerts of the pair", pair.getValue());
            Claim n = ledger.count(pair.getValue().size(), "", counted);
            more.put("from" + i, ledger.address(pair.getKey().getFirst(), counted));
            more.put("to" + i, ledger.address(pair.getKey().getLast(), counted));
            more.put("count" + i, n);
            said.add("{from" + i + "} to {to" + i + "} ({count" + i + "})");
        }
        String named = said.isEmpty() ? "" : ": " + String.join(", ", said);
        return more.say("{inside|alert is|alerts are} between internal hosts" + named + ".");
    }

    private static boolean internal(EnrichedAlert alert, IpAddress address) {
        return alert.facts(address)
                .map(f -> f.locality() == Locality.INTERNAL || f.locality() == Locality.LINK_LOCAL)
                .orElse(false);
    }

    /** @param source the data file that says so, empty for what no file says */
    private record Ends(String who, String prefix, String source) implements Comparable<Ends> {
        @Override
        public int compareTo(Ends other) {
            return Comparator.comparing(Ends::who)
                    .thenComparing(Ends::prefix)
                    .thenComparing(Ends::source)
                    .compare(this, other);
        }
    }
}
