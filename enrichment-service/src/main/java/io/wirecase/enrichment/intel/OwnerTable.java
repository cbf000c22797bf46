package io.wirecase.enrichment.intel;

import com.maxmind.geoip2.model.AsnResponse;
import io.wirecase.core.intel.DataSource;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.net.IpAddress;
import java.util.Optional;

/** Who owns an address, by a file of autonomous systems and one of countries; both may be the same. Thread-safe. */
public final class OwnerTable {
    private final OwnerFile asn;
    private final OwnerFile country;
    private final DataSource source;

    /** A table over two open files. */
    public OwnerTable(OwnerFile asn, OwnerFile country) {
        this.asn = asn;
        this.country = country;
        this.source = asn.source().equals(country.source()) ? asn.source() : both(asn.source(), country.source());
    }

    /** Where its facts come from. */
    public DataSource source() {
        return source;
    }

    /** The owner of an address, or empty when neither file lists it. */
    public Optional<NetworkOwner> owner(IpAddress address) {
        Optional<AsnResponse> announced = asn.announcedBy(address);
        Optional<String> registered = country.countryOf(address);
        if (announced.isEmpty() && registered.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NetworkOwner(
                announced.map(AsnResponse::autonomousSystemNumber).orElse(null),
                announced.map(AsnResponse::autonomousSystemOrganization).orElse(null),
                registered.orElse(null),
                announced.map(found -> String.valueOf(found.network())).orElse(null),
                source));
    }

    private static DataSource both(DataSource one, DataSource two) {
        return new DataSource(
                one.name() + " and " + two.name(),
                one.version() + " and " + two.version(),
                // The older date: nothing the pair says is fresher than that.
                one.asOf().compareTo(two.asOf()) < 0 ? one.asOf() : two.asOf());
    }
}
