package io.wirecase.capture.application.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.core.fact.TlsCertificate;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTablesTest {

    private static List<LabelFile.Entry> entries(String... lines) {
        return LabelFile.read("test.tsv", ' ', List.of(lines));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, Example",
        "www.example.com, Example",
        "WWW.Example.COM, Example",
        "www.example.com., Example",
        "a.b.video.example.com, Video",
        "video.example.com, Video",
        "notvideo.example.com, Example",
        "notexample.com, none",
        "com, none",
        "example.com.evil.test, none",
        "'', none",
        "., none",
        ".example.com, Example"
    })
    void the_longest_domain_that_fits_counts(String name, String application) {
        DomainLabels labels = DomainLabels.of(entries("# why", "", "Example\texample.com", "Video\tvideo.example.com"));

        assertThat(labels.find(name)).isEqualTo(application.equals("none") ? null : application);
    }

    @Test
    void names_longer_than_names_can_be_find_nothing() {
        DomainLabels labels = DomainLabels.of(entries("Example\texample.com"));

        assertThat(labels.find("a.".repeat(121) + "example.com")).isEqualTo("Example");
        assertThat(labels.find("a.".repeat(122) + "example.com")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, Ten", "10.255.255.255, Ten", "11.0.0.0, none", "192.0.2.5, Test", "192.0.2.4, none",
        "2001:db8::1, Six", "2001:db8:ffff::1, Six", "2001:db9::, none", "255.255.255.255, none", "::, none"
    })
    void an_address_is_found_in_its_network(String address, String application) {
        NetworkLabels labels = NetworkLabels.of(entries("Ten\t10.0.0.0/8", "Test\t192.0.2.5/32", "Six\t2001:db8::/32"));

        assertThat(labels.find(IpAddress.of(address))).isEqualTo(application.equals("none") ? null : application);
    }

    @Test
    void a_certificate_is_known_by_common_name_or_organisation() {
        SubjectLabels labels =
                SubjectLabels.of(LabelFile.read("test.tsv", '\t', List.of("App\tApp Relay\tApp, Inc.", "Other\tO")));

        assertThat(labels.find(issuedTo("CN=App Relay,C=DE"))).isEqualTo("App");
        assertThat(labels.find(issuedTo("C=US,O=App\\, Inc.,L=x"))).isEqualTo("App");
        assertThat(labels.find(issuedTo("CN=App Relayed,OU=App Relay"))).isNull();
        assertThat(labels.find(issuedTo("CN=\\"))).isNull();
        assertThat(labels.find(issuedTo(""))).isNull();
    }

    private static TlsCertificate issuedTo(String subject) {
        UntrustedText text = new UntrustedText(subject);
        return new TlsCertificate(text, text, List.of(), 0, 0, 1, "1", "RSA", null, "x", "y", "z", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Example example.com",
                "Exa mple\texample.com",
                "Example\texample.com  example.org",
                "Example\tExample.com",
                "Example\t.example.com",
                "Example\texample.com example.com"
            })
    void a_table_with_a_fault_is_refused_with_the_line(String line) {
        assertThatThrownBy(() -> DomainLabels.of(entries("# first", line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("test.tsv line 2: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\t10.0.0.0",
                "A\t10.0.0.0/0",
                "A\t10.0.0.0/33",
                "A\t10.0.0.1/8",
                "A\t2001:db8::/65",
                "A\tx/8",
                "A\t10.0.0.0/8 10.1.0.0/16",
                "A\t10.0.0.0/-8"
            })
    void networks_with_a_fault_are_refused_with_the_line(String line) {
        assertThatThrownBy(() -> NetworkLabels.of(entries(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("test.tsv line 1: ");
    }

    @Test
    void the_tables_that_ship_are_whole() {
        assertThat(LabelFile.shipped("domains.tsv", ' ')).hasSizeGreaterThan(1_000);
        assertThat(LabelFile.shipped("networks.tsv", ' ')).hasSizeGreaterThan(100);
        assertThat(ApplicationLabels.SHIPPED).isNotNull();
    }
}
