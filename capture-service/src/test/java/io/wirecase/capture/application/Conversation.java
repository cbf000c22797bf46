package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Application;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.Party;
import io.wirecase.core.net.Transport;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * A whole conversation over TCP. What it tells must not depend on how it was cut into segments, and no part or
 * distortion of it may throw: both are tried whenever it is told.
 */
final class Conversation {

    private static final int MAX_SPLITS = 80;

    private record Turn(Party sender, byte[] bytes) {}

    /** What a conversation showed. */
    record Told(Application application, Facts facts) {

        LoginFacts login() {
            return Objects.requireNonNull(facts.login());
        }

        ServiceFacts service() {
            return Objects.requireNonNull(facts.service());
        }

        String detail(String name) {
            return Objects.requireNonNull(service().details().get(name), name).raw();
        }

        String client() {
            return Objects.requireNonNull(service().client()).raw();
        }

        String server() {
            return Objects.requireNonNull(service().server()).raw();
        }

        String version() {
            return Objects.requireNonNull(service().version()).raw();
        }
    }

    private final int port;
    private final List<Turn> turns = new ArrayList<>();

    private Conversation(int port) {
        this.port = port;
    }

    static Conversation on(int serverPort) {
        return new Conversation(serverPort);
    }

    Conversation client(String text) {
        return client(Talk.bytes(text));
    }

    Conversation client(byte[] bytes) {
        turns.add(new Turn(Party.ORIGINATOR, bytes));
        return this;
    }

    Conversation server(String text) {
        return server(Talk.bytes(text));
    }

    Conversation server(byte[] bytes) {
        turns.add(new Turn(Party.RESPONDER, bytes));
        return this;
    }

    /** Bytes in hexadecimal digits, white space between them as liked. */
    Conversation clientHex(String digits) {
        return client(hex(digits));
    }

    /** Bytes in hexadecimal digits, white space between them as liked. */
    Conversation serverHex(String digits) {
        return server(hex(digits));
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    /** Joins pieces: text one char a byte, or bytes. */
    static byte[] join(Object... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object piece : pieces) {
            out.writeBytes(piece instanceof byte[] bytes ? bytes : Talk.bytes((String) piece));
        }
        return out.toByteArray();
    }

    /** What it showed, in any segmentation. */
    Told told() {
        Told whole = told(tracker(), Integer.MAX_VALUE, null);
        assertThat(told(tracker(), 1, null)).as("one byte at a time").isEqualTo(whole);
        for (int cut = 1; cut < Math.min(MAX_SPLITS, longest()); cut++) {
            assertThat(told(tracker(), cut, null)).as("in pieces of " + cut).isEqualTo(whole);
        }
        for (int seed = 0; seed < 20; seed++) {
            assertThat(told(tracker(), 0, new Random(seed)))
                    .as("in random pieces")
                    .isEqualTo(whole);
        }
        cutAnywhere();
        distorted();
        return whole;
    }

    private int longest() {
        return turns.stream().mapToInt(turn -> turn.bytes().length).max().orElse(0) + 1;
    }

    private ApplicationTracker tracker() {
        return new ApplicationTracker(
                Transport.TCP,
                new Endpoint(Talk.CLIENT, 50_000),
                new Endpoint(Talk.SERVER, port),
                new NameResolutions(),
                Talk.FLOW);
    }

    private Told told(ApplicationTracker tracker, int size, Random random) {
        long packet = 0;
        for (Turn turn : turns) {
            packet++;
            int at = 0;
            while (at < turn.bytes().length) {
                int wanted = random == null ? size : 1 + random.nextInt(40);
                int its = Math.min(wanted, turn.bytes().length - at);
                send(tracker, turn.sender(), Arrays.copyOfRange(turn.bytes(), at, at + its), packet);
                at += its;
            }
        }
        return new Told(tracker.application(), tracker.facts());
    }

    private static void send(ApplicationTracker tracker, Party sender, byte[] bytes, long packet) {
        if (tracker.wantsMore()) {
            tracker.data(sender, bytes, 0, bytes.length, packet * Talk.SECOND, packet);
        }
    }

    /** Leaves out a stretch, told as a gap or not noticed at all. */
    private void cutAnywhere() {
        Random random = new Random(5);
        for (int run = 0; run < 200; run++) {
            ApplicationTracker tracker = tracker();
            for (Turn turn : turns) {
                int from = random.nextInt(turn.bytes().length + 1);
                int to = from + random.nextInt(turn.bytes().length - from + 1);
                send(tracker, turn.sender(), Arrays.copyOf(turn.bytes(), from), 1);
                if (to > from && random.nextBoolean()) {
                    tracker.gap(turn.sender(), to - from);
                }
                send(tracker, turn.sender(), Arrays.copyOfRange(turn.bytes(), to, turn.bytes().length), 2);
            }
            assertThat(tracker.application().name()).isNotEmpty();
            assertThat(tracker.facts()).isNotNull();
        }
    }

    private void distorted() {
        Random random = new Random(9);
        for (int run = 0; run < 400; run++) {
            ApplicationTracker tracker = tracker();
            for (Turn turn : turns) {
                byte[] bytes = turn.bytes().clone();
                for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                    bytes[random.nextInt(bytes.length)] =
                            (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0xFF : 0);
                }
                send(tracker, turn.sender(), bytes, 1);
            }
            assertThat(tracker.application().name()).isNotEmpty();
            assertThat(tracker.facts()).isNotNull();
        }
    }
}
