package io.wirecase.scenarios.exam.beacon;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import java.util.List;
import java.util.SplittableRandom;

/** What a program does that has lost its controller: it asks for names that it makes up. */
public final class Fallback {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Fallback() {}

    /** Row 50. */
    public static Family generatedNames() {
        return Family.malicious(
                "50-generated-names", "three controllers in turn, and dozens of made-up names an hour", stage -> {
                    Host client = stage.net().local();
                    int hours = stage.whole("hours", 2, 6);
                    int perHour = stage.whole("names", 20, 60);
                    List<Name> controllers = List.of(
                            stage.net().name(1),
                            stage.net().name(1),
                            stage.net().name(1));
                    Calls calls = new Calls(stage);
                    for (int hour = 0; hour < hours; hour++) {
                        double second = 5 + hour * 3_600.0;
                        for (int i = 0; i < perHour; i++) {
                            second += 0.3 + 3 * stage.chance().nextDouble();
                            stage.datagrams()
                                    .nowhere(client, stage.net().router(), made(stage.chance()), stage.at(second));
                        }
                        Name name = controllers.get(hour % 3);
                        long begin = stage.lookup(client, name, stage.at(second + 2));
                        Host server = stage.net().remote(name.addresses().getFirst());
                        calls.call(client, server, Call.of(name.text(), 400, 600), begin);
                    }
                    stage.actor(client)
                            .expect(List.of(client), "dga_burst", "dns_c2", "suspicious_dga_domain")
                            .allow("beacon", "dns_flood");
                    Background.play(stage, stage.lastSecond(), client);
                });
    }

    private static String made(SplittableRandom chance) {
        StringBuilder name = new StringBuilder();
        int length = 12 + chance.nextInt(9);
        for (int i = 0; i < length; i++) {
            name.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        String[] endings = {".com", ".net", ".info", ".biz", ".org"};
        return name + endings[chance.nextInt(endings.length)];
    }
}
