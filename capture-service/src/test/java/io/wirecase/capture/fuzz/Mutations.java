package io.wirecase.capture.fuzz;

import io.wirecase.capture.flow.Accounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A capture cut at random places and with random bytes changed: how it is read, and what was not stood. */
final class Mutations {

    private static final int MOST_FLIPS = 16;

    private final List<String> faults = new ArrayList<>();
    private long variants;
    private long packets;
    private long decoded;
    private long flows;

    /**
     * Reads a capture in many variants. The same seed gives the same ones.
     *
     * @param name what it is called in faults
     * @param each how many are cut, how many have 1 to 16 bytes changed; one more has that many changed bytes at once
     */
    void of(String name, byte[] capture, long seed, int each) {
        Random random = new Random(seed);
        for (int cut = 0; cut < each; cut++) {
            int length = random.nextInt(capture.length);
            read(name + " cut at " + length, Arrays.copyOf(capture, length));
        }
        for (int flip = 0; flip < each; flip++) {
            read(name + " changed " + flip, flipped(capture, 1 + random.nextInt(MOST_FLIPS), random));
        }
        read(name + " changed all over", flipped(capture, each, random));
    }

    private static byte[] flipped(byte[] capture, int bytes, Random random) {
        byte[] changed = capture.clone();
        for (int i = 0; i < bytes; i++) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return changed;
    }

    private void read(String what, byte[] file) {
        variants++;
        try {
            Accounts accounts = CaptureTarget.play(file);
            packets += accounts.packets();
            decoded += accounts.decoded();
            flows += accounts.flows();
        } catch (RuntimeException | Error fault) {
            StackTraceElement[] trace = fault.getStackTrace();
            faults.add(what + ": " + fault + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    /** What was not stood, one line each. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How much was read. */
    String summary() {
        return variants + " variants, " + packets + " packets, of them " + decoded + " in " + flows + " flows; faults: "
                + faults.size();
    }
}
