package io.wirecase.enrichment.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.wirecase.core.intel.DataSource;
import io.wirecase.core.intel.Networks;
import io.wirecase.enrichment.engine.Enricher;
import io.wirecase.enrichment.in.SuppressionReader;
import io.wirecase.enrichment.intel.AddressBook;
import io.wirecase.enrichment.intel.OwnerFile;
import io.wirecase.enrichment.intel.OwnerTable;
import io.wirecase.enrichment.suppression.Suppressions;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.watchlist.ListKind;
import io.wirecase.platform.watchlist.WatchedFiles;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the plain parts from the configuration. A data file that cannot be used stops the start. */
@Singleton
final class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);
    private static final int BEFORE_MESSAGES_FLOW = 1;

    @Produces
    @Singleton
    @Startup(BEFORE_MESSAGES_FLOW)
    Enricher enricher(
            @ConfigProperty(name = "wirecase.owners.asn") Optional<Path> asn,
            @ConfigProperty(name = "wirecase.owners.country") Optional<Path> country,
            @ConfigProperty(name = "wirecase.internal-networks") Optional<String> networks,
            WatchedFiles lists) {
        OwnerTable owners = owners(asn, country);
        DataSource source = owners.source();
        LOG.infof(
                "owners of addresses from %s, version %s, as of %s (%d days old)",
                source.name(), source.version(), source.asOf(), age(source));
        return new Enricher(
                new AddressBook(networks.map(Networks::parse).orElse(Networks.PRIVATE), owners), lists::current);
    }

    @Produces
    @Singleton
    WatchedFiles lists(
            @ConfigProperty(name = "wirecase.lists.systems") Optional<List<Path>> systems, MeterRegistry meters) {
        WatchedFiles lists = new WatchedFiles(Map.of(ListKind.SYSTEMS, systems.orElse(List.of())));
        meters.gauge("wirecase.enrichment.lists.entries", lists, WatchedFiles::entries);
        meters.gauge(
                "wirecase.enrichment.lists.broken", lists, all -> all.problems().size());
        return lists;
    }

    @Produces
    @Singleton
    Suppressions suppressions() {
        return new Suppressions(Clock.systemUTC());
    }

    @Produces
    @Singleton
    SuppressionReader suppressionReader(
            @ConfigProperty(name = "wirecase.kafka.bootstrap") String bootstrap,
            Suppressions rules,
            MeterRegistry meters) {
        return new SuppressionReader(ClientDefaults.consumer(bootstrap, "enrichment-suppressions"), rules, meters);
    }

    private static OwnerTable owners(Optional<Path> asn, Optional<Path> country) {
        if (asn.isPresent() && country.isPresent()) {
            return new OwnerTable(OwnerFile.asn(asn.get()), OwnerFile.country(country.get()));
        }
        OwnerFile shipped = OwnerFile.shipped();
        return new OwnerTable(
                asn.map(OwnerFile::asn).orElse(shipped),
                country.map(OwnerFile::country).orElse(shipped));
    }

    private static long age(DataSource source) {
        return ChronoUnit.DAYS.between(LocalDate.parse(source.asOf()), LocalDate.now(ZoneOffset.UTC));
    }
}
