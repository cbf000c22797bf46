package io.wirecase.enrichment.recogniser;

import io.wirecase.core.intel.DataSource;
import io.wirecase.enrichment.recogniser.Model.Mark;
import io.wirecase.enrichment.recogniser.Model.Place;
import io.wirecase.enrichment.recogniser.Model.Range;
import io.wirecase.enrichment.recogniser.Model.Reply;
import io.wirecase.enrichment.recogniser.Model.Request;
import java.util.List;
import java.util.Set;

/**
 * The catalog of operating systems' and browsers' connectivity checks. They are clear text on purpose: a captive portal
 * could not answer HTTPS. Where a check's servers sit in other companies' networks, its owner says nothing.
 */
final class ConnectivityChecks {
    static final DataSource SOURCE = new DataSource("Wirecase models of connectivity checks", "1", "2026-11-22");

    private static final Set<Long> ANYWHERE = Set.of();
    private static final List<String> ANY_HEADERS = List.of();
    private static final Range USUAL_HEAD = new Range(60, 1_400);
    /** NetworkManager through libcurl: three headers, no User-Agent. */
    private static final List<String> CURL_HEADERS = List.of("host", "accept", "connection");

    private static final int CURL_HEAD = 140;
    private static final int BROWSER_HEAD = 700;
    private static final Set<Integer> OK = Set.of(200);
    private static final Set<Integer> NO_CONTENT = Set.of(204);
    private static final Mark ONLINE = new Mark("x-networkmanager-status", "online");
    /** What a network that wants a login says instead; every one of these checks exists to see it. */
    private static final Reply PORTAL = new Reply(
            "a captive portal's redirect", Set.of(301, 302, 303, 307, 308), USUAL_HEAD, new Range(0, 8_192), null);

    static final List<Model> ALL = List.of(
            new Model(
                    "ubuntu-connectivity-check",
                    "Ubuntu's connectivity check (NetworkManager)",
                    new Place(List.of("connectivity-check.ubuntu.com"), true, Set.of(41_231L)),
                    new Request(List.of("/"), "", CURL_HEADERS, 90),
                    List.of(
                            new Reply("204 without a body", NO_CONTENT, new Range(120, 260), Range.NONE, ONLINE),
                            new Reply("200 without a body", OK, new Range(120, 260), Range.NONE, ONLINE),
                            PORTAL)),
            new Model(
                    "gnome-connectivity-check",
                    "GNOME's connectivity check (NetworkManager)",
                    new Place(List.of("nmcheck.gnome.org"), true, ANYWHERE),
                    new Request(List.of("/check_network_status.txt"), "", CURL_HEADERS, CURL_HEAD),
                    List.of(ok(new Range(24, 25)), PORTAL)),
            new Model(
                    "fedora-connectivity-check",
                    "Fedora's connectivity check (NetworkManager)",
                    new Place(List.of("fedoraproject.org"), false, ANYWHERE),
                    new Request(List.of("/static/hotspot.txt"), "", CURL_HEADERS, CURL_HEAD),
                    List.of(ok(new Range(2, 3)), PORTAL)),
            new Model(
                    "arch-connectivity-check",
                    "Arch Linux's connectivity check (NetworkManager)",
                    new Place(List.of("ping.archlinux.org"), true, ANYWHERE),
                    new Request(List.of("/nm-check.txt"), "", CURL_HEADERS, CURL_HEAD),
                    List.of(ok(new Range(24, 25)), PORTAL)),
            new Model(
                    "apple-connectivity-check",
                    "Apple's captive network check",
                    new Place(List.of("captive.apple.com"), true, ANYWHERE),
                    new Request(List.of("/hotspot-detect.html", "/"), "CaptiveNetworkSupport", ANY_HEADERS, 300),
                    List.of(ok(new Range(60, 140)), PORTAL)),
            new Model(
                    "android-connectivity-check",
                    "Android's connectivity check",
                    new Place(
                            List.of("connectivitycheck.gstatic.com", "connectivitycheck.android.com"), true, ANYWHERE),
                    new Request(List.of("/generate_204"), null, ANY_HEADERS, BROWSER_HEAD),
                    List.of(noContent(), PORTAL)),
            new Model(
                    "google-connectivity-check",
                    "Google's connectivity check (Android, Chrome)",
                    new Place(
                            List.of("www.google.com", "www.gstatic.com", "clients3.google.com", "play.googleapis.com"),
                            false,
                            ANYWHERE),
                    new Request(List.of("/generate_204", "/gen_204"), null, ANY_HEADERS, BROWSER_HEAD),
                    List.of(noContent(), PORTAL)),
            new Model(
                    "windows-connectivity-check",
                    "Windows' network connectivity status indicator",
                    new Place(
                            List.of("www.msftconnecttest.com", "ipv6.msftconnecttest.com", "www.msftncsi.com"),
                            true,
                            ANYWHERE),
                    new Request(List.of("/connecttest.txt", "/ncsi.txt"), "Microsoft NCSI", ANY_HEADERS, 200),
                    List.of(ok(new Range(14, 22)), PORTAL)),
            new Model(
                    "firefox-connectivity-check",
                    "Firefox's captive portal check",
                    new Place(List.of("detectportal.firefox.com"), true, ANYWHERE),
                    new Request(
                            List.of("/success.txt", "/success.txt?ipv4", "/success.txt?ipv6", "/canonical.html"),
                            "Firefox/",
                            ANY_HEADERS,
                            BROWSER_HEAD),
                    List.of(ok(new Range(7, 100)), PORTAL)));

    private ConnectivityChecks() {}

    private static Reply ok(Range body) {
        return new Reply("200 with a short body", OK, USUAL_HEAD, body, null);
    }

    private static Reply noContent() {
        return new Reply("204 without a body", NO_CONTENT, USUAL_HEAD, Range.NONE, null);
    }
}
