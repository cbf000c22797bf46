package io.wirecase.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import io.wirecase.scenarios.traffic.HostileTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** X1 carries what it says, byte for byte; X2 is broken in the ways it says and in no other. */
final class HostileTest {
    private static final String DESK = "192.168.50.71";
    private static final int LONGEST_DNS_TEXT = 50;

    @Test
    void everyTextIsTargetHostUserAgentServerFileNameServerNameAndOfferedProtocol() throws IOException {
        List<String> streams = List.copyOf(streams("X1").values());

        assertThat(HostileTexts.all()).doesNotHaveDuplicates().allSatisfy(text -> {
            assertThat(text).doesNotContain("\n");
            assertThat(streams)
                    .anyMatch(stream -> stream.startsWith(
                            "GET /" + text + " HTTP/1.1\r\nHost: " + text + "\r\nUser-Agent: " + text + "\r\n"))
                    .anyMatch(stream -> stream.contains("\r\nServer: nginx/1.14.0 " + text + "\r\n"))
                    .anyMatch(stream -> stream.contains("filename=\"" + text + ".txt\"\r\n"))
                    .anyMatch(stream -> stream.startsWith("\u0016\u0003\u0001") && stream.contains(inHello(text)))
                    .anyMatch(stream -> stream.contains(inProtocols(text)));
        });
        assertThat(HostileTexts.withLineEnds())
                .allSatisfy(text -> assertThat(streams)
                        .anyMatch(stream -> stream.contains(inHello(text)) && stream.contains(inProtocols(text))));
        assertThat(streams.stream().filter(stream -> stream.startsWith("GET /")))
                .hasSize(Fixtures.named("X1")
                        .truth()
                        .codes()
                        .getOrDefault(DESK, Map.of())
                        .getOrDefault("http_obsolete_server", 0));
    }

    @Test
    void everyTextIsAskedForInDnsWithHyphensForItsDots() throws IOException {
        List<String> questions = Captured.fixture("X1", Settings.DEFAULT).stream()
                .filter(packet -> packet.udp() && packet.destinationPort() == 53)
                .map(packet -> new String(packet.frame(), StandardCharsets.ISO_8859_1))
                .toList();

        List<String> texts = new ArrayList<>(HostileTexts.all());
        texts.addAll(HostileTexts.withLineEnds());
        assertThat(questions).hasSize(texts.size());
        assertThat(texts).allSatisfy(text -> {
            String label =
                    text.substring(0, Math.min(LONGEST_DNS_TEXT, text.length())).replace('.', '-');
            assertThat(questions).anyMatch(question -> question.contains((char) label.length() + label));
        });
    }

    @Test
    void x2IsA1AsABadSensorKeepsIt() throws IOException {
        List<Captured> whole = Captured.fixture("A1", Settings.DEFAULT);
        List<Captured> damaged = Captured.fixture("X2", Settings.DEFAULT);
        long first = whole.getFirst().time();

        List<Captured> one = between(damaged, first, 0, 2);
        assertThat(one).isNotEmpty().hasSameSizeAs(between(whole, first, 0, 2));
        assertThat(between(damaged, first, 2, 4))
                .hasSameSizeAs(between(whole, first, 2, 4))
                .allSatisfy(packet -> assertThat(packet.frame()).hasSizeLessThanOrEqualTo(96))
                .anyMatch(packet -> packet.original() > 200 && packet.frame().length == 96);
        assertThat(between(damaged, first, 4, 6).stream().filter(Captured::ip4))
                .isNotEmpty()
                .allMatch(packet -> packet.source().equals(DESK));
        int sixToEight = between(whole, first, 6, 8).size();
        assertThat(damaged.size())
                .isEqualTo(one.size()
                        + between(whole, first, 2, 4).size()
                        + between(whole, first, 4, 6).stream()
                                .filter(packet ->
                                        !packet.ip4() || packet.source().equals(DESK))
                                .count()
                        + sixToEight
                        - (sixToEight + 8) / 9
                        + between(whole, first, 8, 11).size()
                        - 1);
    }

    @Test
    void x2sClockIsSetBackOnceByAnHour() throws IOException {
        List<Captured> damaged = Captured.fixture("X2", Settings.DEFAULT);
        List<Integer> back = new ArrayList<>();
        for (int i = 1; i < damaged.size(); i++) {
            if (damaged.get(i).time() < damaged.get(i - 1).time()) {
                back.add(i);
            }
        }

        assertThat(back).hasSize(1);
        long step = damaged.get(back.getFirst() - 1).time()
                - damaged.get(back.getFirst()).time();
        assertThat(step).isBetween(3_200_000_000L, 3_600_000_000L);
    }

    @Test
    void x2EndsInTheMiddleOfARecordInEveryFormat() throws IOException {
        int packets = Captured.fixture("X2", Settings.DEFAULT).size();
        for (CaptureFormat format : CaptureFormat.values()) {
            byte[] file = Captured.bytes("X2", format, Settings.DEFAULT);
            int record = format.name().startsWith("PCAPNG") ? 32 : 16;
            int wholeBytes = Captured.read(file).stream()
                    .mapToInt(packet ->
                            record == 16 ? 16 + packet.frame().length : 32 + (packet.frame().length + 3) / 4 * 4)
                    .sum();

            assertThat(Captured.read(file)).as(format.name()).hasSize(packets);
            assertThat(file.length - wholeBytes).as(format.name()).isGreaterThan(24 + record);
        }
    }

    /** A server name of RFC 6066: type 0 and the length before it. */
    private static String inHello(String text) {
        return "\0" + (char) (text.length() >> 8) + (char) (text.length() & 0xff) + text;
    }

    /** An offered protocol of RFC 7301: a byte of length before it. */
    private static String inProtocols(String text) {
        String kept = text.substring(0, Math.min(255, text.length()));
        return (char) kept.length() + kept;
    }

    private static List<Captured> between(List<Captured> packets, long first, int from, int until) {
        return packets.stream()
                .filter(packet -> (packet.time() - first) / 3_600_000_000L >= from
                        && (packet.time() - first) / 3_600_000_000L < until)
                .toList();
    }

    /** What each side of each connection sent. */
    private static Map<String, String> streams(String name) throws IOException {
        Map<String, String> streams = new LinkedHashMap<>();
        for (Captured packet : Captured.fixture(name, Settings.DEFAULT)) {
            if (packet.tcp()) {
                String side = packet.source() + ":" + packet.sourcePort() + ">" + packet.destination() + ":"
                        + packet.destinationPort();
                streams.merge(side, packet.text(), String::concat);
            }
        }
        return streams;
    }
}
