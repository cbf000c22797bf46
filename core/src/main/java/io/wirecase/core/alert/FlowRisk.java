package io.wirecase.core.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be wrong with a single flow, in nDPI's sense: its numbers, points and shares, so that scores can be compared
 * with nDPI 4.11. Our short codes are the names that others read.
 */
public enum FlowRisk {
    URL_POSSIBLE_XSS(1, 150, 90, "cross-site scripting in a URL"),
    URL_POSSIBLE_SQL_INJECTION(2, 150, 90, "SQL injection in a URL"),
    URL_POSSIBLE_RCE_INJECTION(3, 150, 90, "command injection in a URL"),
    BINARY_APPLICATION_TRANSFER(4, 150, 50, "a program was transferred"),
    KNOWN_PROTOCOL_ON_NON_STANDARD_PORT(5, 50, 50, "a protocol on a port that is not its own"),
    TLS_SELFSIGNED_CERTIFICATE(6, 100, 90, "self-signed certificate"),
    TLS_OBSOLETE_VERSION(7, 100, 90, "obsolete TLS version offered"),
    TLS_WEAK_CIPHER(8, 100, 90, "weak TLS cipher chosen"),
    TLS_CERTIFICATE_EXPIRED(9, 100, 10, "certificate outside its validity"),
    TLS_CERTIFICATE_MISMATCH(10, 100, 50, "certificate does not name the server asked for"),
    HTTP_SUSPICIOUS_USER_AGENT(11, 100, 90, "missing or suspicious User-Agent"),
    NUMERIC_IP_HOST(12, 10, 50, "numeric host name"),
    HTTP_SUSPICIOUS_URL(13, 100, 90, "suspicious URL"),
    HTTP_SUSPICIOUS_HEADER(14, 100, 90, "suspicious HTTP header"),
    TLS_NOT_CARRYING_HTTPS(15, 10, 50, "TLS without an application protocol offered"),
    SUSPICIOUS_DGA_DOMAIN(16, 100, 90, "name that looks generated"),
    MALFORMED_PACKET(17, 10, 50, "malformed packet"),
    SSH_OBSOLETE_CLIENT(18, 100, 90, "obsolete SSH client"),
    SSH_OBSOLETE_SERVER(19, 50, 10, "obsolete SSH server"),
    SMB_INSECURE_VERSION(20, 100, 90, "SMB version 1"),
    TLS_SUSPICIOUS_ESNI(21, 50, 50, "suspicious use of encrypted SNI"),
    UNSAFE_PROTOCOL(22, 10, 50, "unsafe protocol"),
    DNS_SUSPICIOUS_TRAFFIC(23, 50, 90, "suspicious DNS traffic"),
    TLS_MISSING_SNI(24, 50, 50, "TLS without a server name"),
    HTTP_SUSPICIOUS_CONTENT(25, 100, 90, "HTTP content is not what it says"),
    RISKY_ASN(26, 50, 50, "risky autonomous system"),
    RISKY_DOMAIN(27, 50, 50, "risky domain name"),
    MALICIOUS_FINGERPRINT(28, 50, 50, "fingerprint on a list"),
    MALICIOUS_SHA1_CERTIFICATE(29, 50, 50, "certificate on a list"),
    DESKTOP_OR_FILE_SHARING(30, 10, 50, "desktop or file sharing"),
    TLS_UNCOMMON_ALPN(31, 50, 50, "uncommon application protocol in TLS"),
    TLS_CERT_VALIDITY_TOO_LONG(32, 50, 50, "certificate valid for too long"),
    TLS_SUSPICIOUS_EXTENSION(33, 100, 90, "suspicious TLS extension"),
    TLS_FATAL_ALERT(34, 10, 50, "fatal TLS alert"),
    SUSPICIOUS_ENTROPY(35, 10, 50, "suspicious entropy"),
    CLEAR_TEXT_CREDENTIALS(36, 100, 90, "credentials in clear text"),
    DNS_LARGE_PACKET(37, 50, 50, "large DNS message"),
    DNS_FRAGMENTED(38, 50, 50, "fragmented DNS message"),
    INVALID_CHARACTERS(39, 100, 90, "invalid characters in a name"),
    POSSIBLE_EXPLOIT(40, 150, 90, "possible exploit"),
    TLS_CERTIFICATE_ABOUT_TO_EXPIRE(41, 50, 10, "certificate about to expire"),
    PUNYCODE_IDN(42, 10, 50, "internationalised domain name"),
    ERROR_CODE(43, 10, 50, "error code"),
    HTTP_CRAWLER_BOT(44, 10, 50, "crawler or bot"),
    ANONYMOUS_SUBSCRIBER(45, 50, 50, "anonymised client"),
    UNIDIRECTIONAL_TRAFFIC(46, 10, 50, "traffic one way only"),
    HTTP_OBSOLETE_SERVER(47, 50, 10, "old version in the server's banner"),
    PERIODIC_FLOW(48, 10, 50, "periodic flow"),
    MINOR_ISSUES(49, 10, 50, "minor issue"),
    TCP_ISSUES(50, 50, 50, "TCP connection problem"),
    FULLY_ENCRYPTED(51, 50, 50, "fully encrypted from the first byte"),
    TLS_ALPN_SNI_MISMATCH(52, 50, 50, "application protocol without a server name"),
    MALWARE_HOST_CONTACTED(53, 150, 90, "listed malware host contacted"),
    BINARY_DATA_TRANSFER(54, 50, 50, "binary file transferred"),
    PROBING_ATTEMPT(55, 50, 50, "probing attempt"),
    OBFUSCATED_TRAFFIC(56, 100, 90, "obfuscated traffic");

    private static final Map<String, FlowRisk> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(FlowRisk::code, Function.identity()));

    private final int number;
    private final int points;
    private final int clientShare;
    private final String title;

    FlowRisk(int number, int points, int clientShare, String title) {
        this.number = number;
        this.points = points;
        this.clientShare = clientShare;
        this.title = title;
    }

    /** The short code, for example {@code http_obsolete_server}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** nDPI's number, 1 to 56. */
    public int number() {
        return number;
    }

    /** Points it adds to a flow's score: 10 low, 50 medium, 100 high, 150 severe. */
    public int points() {
        return points;
    }

    /** The client's share of the points in percent, 0 to 100; the rest is the server's. */
    public int clientShare() {
        return clientShare;
    }

    /** The side accountable for it by default. */
    public Side accountable() {
        return Side.ofClientShare(clientShare);
    }

    /** The ATT&amp;CK technique that fits if there is no harmless explanation, or empty where none does. */
    public Optional<Technique> technique() {
        return Optional.ofNullable(FlowTechniques.OF.get(this));
    }

    /** A plain name for readers, without a leading capital. */
    public String title() {
        return title;
    }

    /** The risk of a short code, or empty for a code that is no flow risk. */
    public static Optional<FlowRisk> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
