package io.wirecase.detection.testing;

import static io.wirecase.detection.testing.FlowFixtures.flow;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DnsFacts.Answer;
import io.wirecase.core.fact.DnsFacts.RecordData;
import io.wirecase.core.fact.IcmpFacts;
import io.wirecase.core.fact.IcmpPayloads;
import io.wirecase.core.fact.IcmpPayloads.Sent;
import io.wirecase.core.flow.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Flows whose messages may carry data: echoes and lookups. */
public final class Carriers {

    public static final String FAR_END = "203.0.113.53";
    public static final String RESOLVER = "192.168.50.1";
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private Carriers() {}

    /** Echoes of one flow: so many messages each way of a size and entropy, so many replies unequal. */
    public static Flow echoes(long number, long messages, long unequal, long renewed, long size, double entropy) {
        Sent sent = new Sent(messages, messages * size, size, size, size, 9_000, entropy, messages - 1, renewed);
        return flow().number(number)
                .at(number * 1_000)
                .server(FAR_END, null)
                .sent(messages, messages * size)
                .answered(messages, messages * size)
                .icmp(new IcmpFacts(8, 0, new IcmpPayloads(sent, sent, messages, unequal)))
                .build();
    }

    /** A lookup from a port of its own. */
    public static Flow lookup(long number, String name, int type, Answer... answers) {
        return flow().number(number)
                .at(number * 200)
                .client(FlowFixtures.CLIENT, 30_000 + (int) (number % 20_000))
                .server(RESOLVER, 53)
                .sent(1, 130)
                .answered(1, 290)
                .dns(new DnsFacts.Transaction(0, 1, 7, Messages.text(name), type, 0, List.of(answers), 0))
                .build();
    }

    /** A text record of so many bytes; equal numbers are equal data. */
    public static Answer data(int bytes, long which) {
        return new Answer(16, 60, null, null, new RecordData(bytes, which));
    }

    /** Lookups of a tunnel: coded names, each answered with its own data. */
    public static List<Flow> tunnel(int lookups) {
        List<Flow> flows = new ArrayList<>();
        SplittableRandom chance = new SplittableRandom(9);
        for (int i = 0; i < lookups; i++) {
            String name = coded(chance, 48) + "." + coded(chance, 30) + ".t.quiet-harbor.example";
            flows.add(lookup(i, name, 16, data(150, i)));
        }
        return flows;
    }

    public static String coded(SplittableRandom chance, int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.append(BASE32.charAt(chance.nextInt(BASE32.length())));
        }
        return text.toString();
    }
}
