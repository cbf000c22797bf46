package io.wirecase.capture.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer's targets without the fuzzer: seeds, chance changes of them, and what was found before. */
class FuzzTargetsTest {

    private static final int ROUNDS = 500;

    static List<FuzzTarget> targets() {
        return FuzzTargets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seedsAreStoodAndManyChangesOfThem(FuzzTarget target) {
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).hasSizeGreaterThan(10);
        seeds.forEach(seed -> stood(target, seed));
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            stood(target, changed(seeds.get(random.nextInt(seeds.size())), random));
        }
    }

    private static void stood(FuzzTarget target, byte[] input) {
        assertThatCode(() -> target.run(input))
                .as(() -> target.name() + " " + HexFormat.of().formatHex(input))
                .doesNotThrowAnyException();
    }

    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int change = random.nextInt(8); change >= 0 && bytes.length > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
