package io.wirecase.enrichment.intel;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Metadata;
import com.maxmind.db.Reader;
import com.maxmind.geoip2.DatabaseReader;
import com.maxmind.geoip2.exception.GeoIp2Exception;
import com.maxmind.geoip2.model.AsnResponse;
import io.wirecase.core.intel.DataSource;
import io.wirecase.core.net.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** One MaxMind DB file, opened and known to hold what it is used for. Thread-safe. */
public final class OwnerFile {
    private static final String SHIPPED = "/network-owners.mmdb";
    private static final DataSource SHIPPED_SOURCE =
            new DataSource("ip-location-db (RouteViews, NRO, DB-IP)", "2.3.2026061719", "2026-06-17");
    private static final IpAddress PROBE = IpAddress.of("192.0.2.1");

    private final DatabaseReader reader;
    private final DataSource source;

    private OwnerFile(DatabaseReader reader, DataSource source) {
        this.reader = reader;
        this.source = source;
    }

    /** The file that ships with the service: numbers, names and countries, with its date in the source. */
    public static OwnerFile shipped() {
        try (InputStream in = OwnerFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the service was built without " + SHIPPED);
            }
            return new OwnerFile(
                    new DatabaseReader.Builder(in).withCache(new CHMCache()).build(), SHIPPED_SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens an operator's file of autonomous systems.
     *
     * @throws RefusedDataFile when it cannot be read or holds something else
     */
    public static OwnerFile asn(Path file) {
        OwnerFile opened = open(file, "autonomous systems");
        opened.proved(file, "autonomous systems", () -> opened.announcedBy(PROBE));
        return opened;
    }

    /**
     * Opens an operator's file of countries.
     *
     * @throws RefusedDataFile when it cannot be read or holds something else
     */
    public static OwnerFile country(Path file) {
        OwnerFile opened = open(file, "countries");
        opened.proved(file, "countries", () -> opened.countryOf(PROBE));
        return opened;
    }

    /** Where its facts come from. */
    public DataSource source() {
        return source;
    }

    /** Who announces an address, or empty when the file does not list it. */
    Optional<AsnResponse> announcedBy(IpAddress address) {
        try {
            return reader.tryAsn(InetAddress.getByAddress(address.bytes()));
        } catch (IOException | GeoIp2Exception e) {
            throw damaged(e);
        }
    }

    /** The ISO 3166-1 code of an address's country, or empty when the file does not list it. */
    Optional<String> countryOf(IpAddress address) {
        try {
            return reader.tryCountry(InetAddress.getByAddress(address.bytes()))
                    .map(found -> found.country().isoCode());
        } catch (IOException | GeoIp2Exception e) {
            throw damaged(e);
        }
    }

    private IllegalStateException damaged(Exception cause) {
        return new IllegalStateException(
                "the data file " + source.name() + " is damaged: " + cause.getMessage(), cause);
    }

    private static OwnerFile open(Path file, String use) {
        try {
            DatabaseReader reader = new DatabaseReader.Builder(file.toFile())
                    .withCache(new CHMCache())
                    .build();
            Metadata metadata = reader.metadata();
            Instant built = metadata.buildTime();
            String day = built.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            return new OwnerFile(reader, new DataSource(metadata.databaseType(), built.toString(), day));
        } catch (IOException | UnsupportedOperationException e) {
            throw refused(file, use, e);
        }
    }

    /** Asking once is the only way to learn whether a file's type has such data. */
    private void proved(Path file, String use, Runnable question) {
        try {
            question.run();
        } catch (UnsupportedOperationException e) {
            throw refused(file, use, e);
        }
    }

    private static RefusedDataFile refused(Path file, String use, Exception cause) {
        return new RefusedDataFile(
                "the data file " + file + " cannot be used for " + use + ": its type is " + typeOf(file) + " ("
                        + cause.getMessage() + ")",
                cause);
    }

    private static String typeOf(Path file) {
        try (Reader reader = new Reader(file.toFile())) {
            return reader.getMetadata().databaseType();
        } catch (IOException e) {
            return "not that of a MaxMind DB file";
        }
    }
}
