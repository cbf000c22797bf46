package io.wirecase.enrichment.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.Locality;
import io.wirecase.core.intel.NetworkOwner;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnersTest {
    private static final OwnerFile SHIPPED = OwnerFile.shipped();
    private static final AddressBook BOOK = new AddressBook(Networks.PRIVATE, new OwnerTable(SHIPPED, SHIPPED));

    @Test
    void theShippedFileKnowsTheUsualOwnersAndItsOwnDate() {
        NetworkOwner canonical = owner("185.125.190.17");

        assertThat(canonical.asn()).isEqualTo(41_231);
        assertThat(canonical.organization()).isEqualTo("Canonical Group Limited");
        assertThat(canonical.country()).hasSize(2);
        assertThat(canonical.prefix()).startsWith("185.125.1");
        assertThat(canonical.source().asOf()).isEqualTo("2026-06-17");
        assertThat(owner("17.253.144.10").asn()).isEqualTo(714);
        assertThat(owner("151.101.121.108").organization()).isEqualTo("Fastly, Inc.");
        assertThat(owner("2620:2d:4000:1::2b").asn()).isEqualTo(41_231);
    }

    @Test
    void onlyExternalAddressesHaveAnOwner() {
        assertThat(facts("192.168.50.71")).isEqualTo(bare("192.168.50.71", Locality.INTERNAL));
        assertThat(facts("224.0.0.251")).isEqualTo(bare("224.0.0.251", Locality.MULTICAST));
        assertThat(facts("fe80::1")).isEqualTo(bare("fe80::1", Locality.LINK_LOCAL));
        assertThat(facts("203.0.113.77")).isEqualTo(bare("203.0.113.77", Locality.EXTERNAL));
    }

    @Test
    void networksTheOperatorCallsInternalAre() {
        AddressBook book = new AddressBook(Networks.parse("185.125.190.0/24"), new OwnerTable(SHIPPED, SHIPPED));

        assertThat(book.facts(IpAddress.of("185.125.190.17")).locality()).isEqualTo(Locality.INTERNAL);
    }

    @Test
    void anOperatorsFileIsUsedAndNamedByItsTypeAndDate(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("mine.mmdb"), shipped());
        OwnerFile asn = OwnerFile.asn(file);

        assertThat(asn.source().name()).startsWith("Wirecase-ASN-Country");
        assertThat(asn.source().asOf()).startsWith("2026-");
        NetworkOwner mixed =
                new OwnerTable(asn, SHIPPED).owner(IpAddress.of("91.189.91.48")).orElseThrow();
        assertThat(mixed.asn()).isEqualTo(41_231);
        assertThat(mixed.source().name()).contains("Wirecase-ASN-Country").contains(" and ip-location-db");
        assertThat(OwnerFile.country(file).countryOf(IpAddress.of("8.8.8.8"))).contains("US");
    }

    @Test
    void aFileOfAnotherTypeIsRefusedByNameAndType(@TempDir Path folder) throws IOException {
        String text = new String(shipped(), StandardCharsets.ISO_8859_1);
        String other = text.replace("GeoLite2-ASN,GeoLite2-Country", "GeoLite2-Xyz,GeoLite2-Country");
        Path file = folder.resolve("other.mmdb");
        Files.write(file, other.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(other).isNotEqualTo(text);
        assertThatThrownBy(() -> OwnerFile.asn(file))
                .isInstanceOf(RefusedDataFile.class)
                .hasMessageContaining("other.mmdb")
                .hasMessageContaining("GeoLite2-Xyz")
                .hasMessageContaining("autonomous systems");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello");

        assertThatThrownBy(() -> OwnerFile.country(file))
                .isInstanceOf(RefusedDataFile.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining("not that of a MaxMind DB file");
        assertThatThrownBy(() -> OwnerFile.asn(folder.resolve("none.mmdb")))
                .isInstanceOf(RefusedDataFile.class)
                .hasMessageContaining("none.mmdb");
    }

    private static byte[] shipped() throws IOException {
        try (InputStream in = OwnerFile.class.getResourceAsStream("/network-owners.mmdb")) {
            if (in == null) {
                throw new IOException("no shipped file");
            }
            return in.readAllBytes();
        }
    }

    private static AddressFacts bare(String address, Locality locality) {
        return new AddressFacts(IpAddress.of(address), locality, null);
    }

    private static AddressFacts facts(String address) {
        return BOOK.facts(IpAddress.of(address));
    }

    private static NetworkOwner owner(String address) {
        NetworkOwner owner = facts(address).owner();
        if (owner == null) {
            throw new AssertionError("nobody owns " + address);
        }
        return owner;
    }
}
