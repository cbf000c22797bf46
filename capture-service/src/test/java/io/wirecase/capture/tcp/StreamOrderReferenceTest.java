package io.wirecase.capture.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.net.Party;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in whatever order, also contradicting itself, lost or cut short: the same as an array into which every
 * byte is written once, by the segment that brought it first.
 */
class StreamOrderReferenceTest {

    private static final int LENGTH = 300;
    private static final int ROUNDS = 3_000;
    private static final int MISSING = -1;

    private final ByteBudget budget = new ByteBudget(1 << 20);

    @Test
    void everyByteIsTheOneThatCameFirst() {
        Random random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            int first = random.nextInt();
            Array expected = new Array();
            Array heard = new Array();
            Heard delivery = new Heard(heard);
            StreamOrder order = new StreamOrder(Party.ORIGINATOR, budget);
            order.start(first);
            int segments = 1 + random.nextInt(40);
            for (int i = 0; i < segments; i++) {
                int at = random.nextInt(LENGTH);
                int length = 1 + random.nextInt(Math.min(60, LENGTH - at));
                int captured = random.nextInt(6) == 0 ? random.nextInt(length + 1) : length;
                byte[] bytes = new byte[captured];
                random.nextBytes(bytes);
                expected.write(at, length, bytes);
                order.accept(first + at, new Segment(bytes, 0, captured, length, 0, i), delivery);
            }
            order.finish(delivery);

            assertThat(heard.bytes).as("round %d", round).isEqualTo(expected.bytes);
        }
        assertThat(budget.take(1 << 20)).isTrue();
    }

    /** What is known of each byte: its value, or that it was not captured; the rest never came. */
    private static final class Array {
        private final int[] bytes = new int[LENGTH];
        private final boolean[] taken = new boolean[LENGTH];

        Array() {
            Arrays.fill(bytes, MISSING);
        }

        void write(int at, int length, byte[] captured) {
            for (int i = 0; i < length; i++) {
                if (!taken[at + i]) {
                    taken[at + i] = true;
                    bytes[at + i] = i < captured.length ? captured[i] & 0xFF : MISSING;
                }
            }
        }
    }

    /** Writes what is delivered, in the order it is delivered. */
    private static final class Heard implements Delivery {
        private final Array array;
        private int next;

        Heard(Array array) {
            this.array = array;
        }

        @Override
        public boolean wantsMore() {
            return true;
        }

        @Override
        public void data(Party sender, Segment segment) {
            byte[] captured =
                    Arrays.copyOfRange(segment.bytes(), segment.offset(), segment.offset() + segment.captured());
            array.write(next, captured.length, captured);
            next += captured.length;
        }

        @Override
        public void gap(Party sender, long missing) {
            next += Math.toIntExact(missing);
        }
    }
}
