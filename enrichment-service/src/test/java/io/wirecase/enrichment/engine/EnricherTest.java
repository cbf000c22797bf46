package io.wirecase.enrichment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.EnrichedAlert;
import io.wirecase.core.intel.ExchangeMatch;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.enrichment.intel.AddressBook;
import io.wirecase.enrichment.intel.OwnerFile;
import io.wirecase.enrichment.intel.OwnerTable;
import io.wirecase.enrichment.testing.Checked;
import io.wirecase.platform.watchlist.ListKind;
import io.wirecase.platform.watchlist.WatchedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnricherTest {
    private static final OwnerFile SHIPPED = OwnerFile.shipped();
    private static final Enricher ENRICHER =
            new Enricher(new AddressBook(Networks.PRIVATE, new OwnerTable(SHIPPED, SHIPPED)));

    @Test
    void theAlertStaysAsItIsAndGetsFactsInAddressOrder() {
        Alert alert = new Checked().alert();
        EnrichedAlert enriched = ENRICHER.enrich(alert);

        assertThat(enriched.alert()).isEqualTo(alert);
        assertThat(enriched.addresses())
                .extracting(AddressFacts::address)
                .containsExactly(IpAddress.of("185.125.190.17"), IpAddress.of("192.168.50.71"));
        assertThat(enriched.exchange())
                .isNotNull()
                .extracting(ExchangeMatch::whole)
                .isEqualTo(true);
    }

    @Test
    void anAddressInAListedSystemIsAFindingWithItsListLineAndDay(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("systems.txt"), List.of("# watched", "AS41231 an example"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-02T10:00:00Z")));
        WatchedFiles lists = new WatchedFiles(Map.of(ListKind.SYSTEMS, List.of(file)));
        Enricher watching =
                new Enricher(new AddressBook(Networks.PRIVATE, new OwnerTable(SHIPPED, SHIPPED)), lists::current);
        Alert alert = new Checked().alert();
        assertThat(watching.enrich(alert).alert()).isEqualTo(alert);

        lists.refresh();
        Alert judged = watching.enrich(alert).alert();
        Finding added = judged.findings().getLast();
        assertThat(judged.findings()).hasSize(alert.findings().size() + 1);
        assertThat(judged.score()).isEqualTo(alert.score() + FlowRisk.RISKY_ASN.points());
        assertThat(added.code()).isEqualTo("risky_asn");
        assertThat(added.observed()).isEqualTo(new UntrustedText("185.125.190.17 of AS41231"));
        assertThat(added.limit()).isEqualTo("systems.txt, line 2, of 2026-11-02");
        assertThat(added.raisedBy()).isEqualTo("enrichment");
        assertThat(watching.enrich(new Checked().address("203.0.113.77").alert())
                        .alert()
                        .findings())
                .extracting(Finding::code)
                .doesNotContain("risky_asn");
    }

    @Test
    void theSameAlertGivesTheSameBytes() throws Unreadable {
        Alert alert = new Checked().address("203.0.113.77").resolved(null).alert();
        byte[] once = Codec.encode(ENRICHER.enrich(alert));

        assertThat(Codec.encode(ENRICHER.enrich(alert))).isEqualTo(once);
        assertThat(Codec.decode(once, EnrichedAlert.class)).isEqualTo(ENRICHER.enrich(alert));
    }

    @Test
    void aBehaviourIsAKnownExchangeOnlyIfEveryExampleIs() {
        Flow good = new Checked().flow();
        Flow bad = new Checked().asks("POST", "/", 9).flow();
        Flow other = new Checked().host("www.example.com").flow();

        assertThat(exchange(good, good))
                .isNotNull()
                .extracting(ExchangeMatch::whole)
                .isEqualTo(true);
        assertThat(exchange(good, bad))
                .isNotNull()
                .extracting(ExchangeMatch::whole)
                .isEqualTo(false);
        assertThat(exchange(good, other)).isNull();
        assertThat(exchange()).isNull();
    }

    private static @Nullable ExchangeMatch exchange(Flow... examples) {
        Alert alert = new Checked().alert();
        Behaviour behaviour = new Behaviour(null, 1, 2, examples.length, 9, List.of(), List.of(examples));
        return ENRICHER.enrich(new Alert(
                        alert.id(),
                        1,
                        Alert.Status.OPEN,
                        "beacon",
                        alert.site(),
                        alert.captures(),
                        alert.eventNanos(),
                        alert.subject(),
                        alert.findings(),
                        alert.score(),
                        new Alert.Evidence(null, behaviour),
                        List.of()))
                .exchange();
    }
}
