package io.wirecase.capture.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.net.Party;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamOrderTest {

    private final Heard heard = new Heard();
    private long sent;
    private final ByteBudget budget = new ByteBudget(1 << 20);
    private final StreamOrder stream = new StreamOrder(Party.ORIGINATOR, budget);

    @Test
    void whatComesEarlyWaitsForWhatIsMissing() {
        stream.start(100);
        send(104, "o wo");
        send(108, "rld");
        assertThat(heard.text).isEmpty();

        send(100, "hell");

        assertThat(heard.text).hasToString("hello world");
        assertThat(heard.packets).containsExactly(3L, 1L, 2L);
    }

    @Test
    void bytesThatCameFirstWin() {
        stream.start(0);
        send(2, "CD");
        send(1, "bcdef");
        send(0, "a");
        send(0, "XXXXXX");

        assertThat(heard.text).hasToString("abCDef");
    }

    @Test
    void sequenceNumbersMayWrap() {
        stream.start(-3);
        send(2, "fg");
        send(-3, "abcde");

        assertThat(heard.text).hasToString("abcdefg");
    }

    @Test
    void aStreamJoinedInTheMiddleBeginsWithWhatIsSeenFirst() {
        send(5_000, "b");
        send(4_999, "a");

        assertThat(heard.text).hasToString("b");
    }

    @Test
    void whatNeverComesIsAGapAtTheEnd() {
        stream.start(0);
        send(0, "a");
        send(5, "b");

        stream.finish(heard);

        assertThat(heard.text).hasToString("a[4]b");
    }

    @Test
    void whatACaptureCutOffIsAGap() {
        stream.start(0);
        stream.accept(0, new Segment(bytes("ab"), 0, 2, 10, 0, 1), heard);
        send(10, "c");

        assertThat(heard.text).hasToString("ab[8]c");
    }

    @Test
    void aPacketCutInsideItsHeadersMayWaitOutOfOrder() {
        stream.start(0);
        stream.accept(10, new Segment(bytes("ab"), 30, 0, 5, 0, 1), heard);
        send(0, "0123456789");
        send(15, "c");

        assertThat(heard.text).hasToString("0123456789[5]c");
    }

    @Test
    void moreThanTheBoundDoesNotWait() {
        stream.start(0);
        send(1, "x".repeat(40_000));
        send(50_000, "y".repeat(40_000));
        stream.finish(heard);

        assertThat(heard.text.substring(0, 4)).isEqualTo("[1]x");
        assertThat(heard.text.indexOf("[9999]y")).isEqualTo(3 + 40_000);
    }

    @Test
    void anEmptyBudgetMakesGapsInsteadOfMemory() {
        StreamOrder poor = new StreamOrder(Party.ORIGINATOR, new ByteBudget(3));
        poor.start(0);
        poor.accept(10, new Segment(bytes("abcdef"), 0, 6, 6, 0, 1), heard);

        assertThat(heard.text).hasToString("[10]abcdef");
    }

    @Test
    void nothingWaitsForParsersThatWantNoMore() {
        stream.start(0);
        send(5, "b");
        heard.interested = false;
        send(0, "abcde");

        assertThat(heard.text).isEmpty();
        assertThat(budget.take(1 << 20)).isTrue();
    }

    @Test
    void anyOrderWithRepeatsGivesTheSameBytes() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            String text = random.ints(200, 'a', 'z')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            List<int[]> pieces = new ArrayList<>();
            for (int at = 0; at < text.length(); ) {
                int length = Math.min(text.length() - at, 1 + random.nextInt(30));
                int earlier = Math.min(at, random.nextInt(10));
                pieces.add(new int[] {at - earlier, at + length});
                at += length;
            }
            Collections.shuffle(pieces, random);
            Heard all = new Heard();
            StreamOrder shuffled = new StreamOrder(Party.RESPONDER, budget);
            int first = random.nextInt();
            shuffled.start(first);
            for (int[] piece : pieces) {
                byte[] bytes = bytes(text.substring(piece[0], piece[1]));
                shuffled.accept(first + piece[0], new Segment(bytes, 0, bytes.length, bytes.length, 0, 1), all);
            }
            assertThat(all.text).hasToString(text);
        }
        assertThat(budget.take(1 << 20)).isTrue();
    }

    private void send(int sequence, String text) {
        sent++;
        stream.accept(sequence, new Segment(bytes(text), 0, text.length(), text.length(), 0, sent), heard);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Writes down what is delivered, gaps in brackets. */
    private static final class Heard implements Delivery {
        private final StringBuilder text = new StringBuilder();
        private final List<Long> packets = new ArrayList<>();
        private boolean interested = true;

        @Override
        public boolean wantsMore() {
            return interested;
        }

        @Override
        public void data(Party sender, Segment segment) {
            text.append(new String(segment.bytes(), segment.offset(), segment.captured(), StandardCharsets.ISO_8859_1));
            packets.add(segment.packet());
        }

        @Override
        public void gap(Party sender, long missing) {
            text.append('[').append(missing).append(']');
        }
    }
}
