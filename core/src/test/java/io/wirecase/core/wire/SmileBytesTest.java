package io.wirecase.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmileBytesTest {

    private static JsonNode read(Consumer<SmileBytes> value) throws IOException {
        SmileBytes out = new SmileBytes();
        out.header();
        out.beginArray();
        value.accept(out);
        out.truth(true);
        out.endArray();
        JsonNode array = new SmileMapper().readTree(out.copy());
        assertThat(array.path(1).isBoolean()).isTrue();
        return array.path(0);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                15,
                16,
                -16,
                -17,
                31,
                32,
                63,
                64,
                -64,
                -65,
                8191,
                8192,
                1L << 20,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                1L << 31,
                1L << 40,
                1772440081075983000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE
            })
    void wholeNumbersAreReadBack(long value) throws IOException {
        JsonNode read = read(out -> out.number(value));

        assertThat(read.longValue()).isEqualTo(value);
        assertThat(read.isInt()).isEqualTo(value == (int) value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7.125, -0.001, Math.PI, Double.MAX_VALUE, Double.MIN_VALUE, -1e300})
    void otherNumbersAreReadBack(double value) throws IOException {
        assertThat(read(out -> out.number(value)).doubleValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 31, 32, 33, 34, 63, 64, 65, 66, 67, 2000, 5000})
    void textOfAnyLengthIsReadBack(int length) throws IOException {
        for (String letter : new String[] {"x", "\u0000", "\u00e4", "\u4e2d", "\ud83d\ude00"}) {
            String text = letter.repeat(length);

            assertThat(read(out -> out.text(text)).textValue()).isEqualTo(text);
            assertThat(read(out -> out.text("a" + text)).textValue()).isEqualTo("a" + text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void binaryValuesAreReadBack(int count) throws IOException {
        byte[] read = read(out -> out.binary(0x80_01_02_03_FF_05_06_07L, count)).binaryValue();

        assertThat(read).hasSize(count).endsWith(7);
        assertThat(read(out -> out.id(-1, 2)).binaryValue())
                .hasSize(16)
                .startsWith(0xFF)
                .endsWith(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 63, 64, 65, 500})
    void namesOfAnyLengthAreReadBack(int length) throws IOException {
        for (String letter : new String[] {"n", "\u00e4", "\u4e2d"}) {
            String name = letter.repeat(length);

            JsonNode read = read(out -> {
                out.beginObject();
                out.ownName(name);
                out.number(7);
                out.endObject();
            });

            assertThat(read.path(name).intValue()).isEqualTo(7);
        }
    }
}
