package io.wirecase.scenarios.exam.scan;

import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Probing;
import io.wirecase.scenarios.conversation.Probing.Reply;
import io.wirecase.scenarios.conversation.Probing.Shape;
import io.wirecase.scenarios.conversation.Probing.Way;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Stage;
import io.wirecase.scenarios.packet.TcpSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One scanner's way of probing, drawn for each instance: window, options, source ports, what answers. */
final class Prober {
    private static final int[] WINDOWS = {1_024, 2_048, 3_072, 4_096, 8_192, 29_200, 64_240, 65_535};

    private final Host from;
    private final Probing probing;
    private final Calls calls;
    private final SplittableRandom chance;
    private final Shape shape;
    private final int firstPort;
    private final boolean onePort;
    private final boolean kernel;
    private final double open;
    private final double filtered;

    /**
     * A scanner.
     *
     * @param flags of its packets
     */
    Prober(Stage stage, Host from, int flags) {
        this.from = from;
        this.chance = stage.chance();
        this.probing = new Probing(stage.scene(), stage.scene().chance("probes " + Stage.text(from)));
        this.calls = new Calls(stage);
        int window = WINDOWS[chance.nextInt(WINDOWS.length)];
        int ttl = from.stack().ttl();
        this.shape = new Shape(flags, window, ttl, ttl, flags == TcpSegment.SYN && chance.nextBoolean());
        this.firstPort = 32_768 + chance.nextInt(20_000);
        this.onePort = chance.nextBoolean();
        this.kernel = flags == TcpSegment.SYN && chance.nextInt(3) == 0;
        this.open = 0.01 + 0.04 * chance.nextDouble();
        this.filtered = 0.6 * chance.nextDouble();
    }

    /** Sends the n-th raw probe and has it answered as closed, open or filtered targets do. */
    void raw(int n, Host to, int port, long at) {
        double luck = chance.nextDouble();
        if (kernel && luck < filtered) {
            calls.connection(from, to, port, at).silent(from.stack().synWindow());
        } else if (kernel && luck > 1 - open) {
            calls.connection(from, to, port, at).abandoned();
        } else if (kernel) {
            calls.connection(from, to, port, at).refused(from.stack().synWindow());
        } else {
            Way way = new Way(from, onePort ? firstPort : firstPort + n % 10_000, to, port);
            probing.send(way, shape, reply(luck), at);
        }
    }

    private Reply reply(double luck) {
        if (luck < filtered) {
            return Reply.NOTHING;
        }
        boolean isOpen = luck > 1 - open;
        if (shape.flags() == TcpSegment.SYN) {
            return isOpen ? Reply.ACCEPTED : Reply.RESET;
        }
        return isOpen && shape.flags() != TcpSegment.ACK ? Reply.NOTHING : Reply.RESET;
    }

    /** Connects through the operating system, and leaves at once where it could. */
    void connect(Host to, int port, long at) {
        double luck = chance.nextDouble();
        if (luck < filtered) {
            calls.connection(from, to, port, at).unanswered(2);
        } else if (luck > 1 - open) {
            calls.connection(from, to, port, at).open().clientResets();
        } else {
            calls.connection(from, to, port, at).refused(from.stack().synWindow());
        }
    }

    /** So many different ports, the well-known ones first or all in any order. */
    static List<Integer> ports(SplittableRandom chance, int count) {
        List<Integer> ports = new ArrayList<>();
        int from = 1 + chance.nextInt(chance.nextBoolean() ? 100 : 20_000);
        for (int i = 0; i < count; i++) {
            ports.add(chance.nextInt(ports.size() + 1), from + i);
        }
        return ports;
    }
}
