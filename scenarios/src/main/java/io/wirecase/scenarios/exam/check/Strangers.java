package io.wirecase.scenarios.exam.check;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Stage;
import java.util.ArrayList;
import java.util.List;

/** Machines that ask the same services day by day, and a destination that is new. */
public final class Strangers {
    private static final int HTTPS = 443;
    private static final int SERVICES = 24;
    private static final int EACH = 6;
    private static final int APART = 3;
    private static final double DAY = 86_400;

    private Strangers() {}

    /**
     * Machines and what they did until then.
     *
     * @param machines they
     * @param last when the day begins on which something is new, in seconds
     */
    private record Site(List<Host> machines, double last) {}

    /** One machine goes where nobody of its site went, or all of them do: a statement of fact, and its twin. */
    public static List<Family> all() {
        return List.of(
                Family.suspicious("77-rare-destination", "a machine of fixed habits calls somebody new", stage -> {
                    Site site = habits(stage);
                    Host one = site.machines().getFirst();
                    double second = site.last() + 20_000 * stage.chance().nextDouble();
                    call(stage, one, stage.net().name(1), second);
                    // Once a working day is a period too.
                    stage.actor(one).expect(List.of(one), "rare_destination").allow("beacon");
                    Background.play(stage, site.last() + DAY);
                }),
                Family.benign("77b-new-service", "all machines begin to call a new service of the house", stage -> {
                    Site site = habits(stage);
                    Name service = stage.net().name(2);
                    for (Host machine : site.machines()) {
                        double second = site.last() + 20_000 * stage.chance().nextDouble();
                        call(stage, machine, service, second);
                    }
                    stage.actor(site.machines().getFirst()).allow("beacon");
                    Background.play(stage, site.last() + DAY);
                }));
    }

    private static Site habits(Stage stage) {
        List<Host> machines = stage.net().locals(stage.whole("machines", 8, 12));
        int days = stage.whole("days", 5, 6);
        List<Name> services = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            services.add(stage.net().name(1 + stage.chance().nextInt(2)));
        }
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < machines.size(); i++) {
                for (int k = 0; k < EACH; k++) {
                    Name service = services.get((i * APART + k) % SERVICES);
                    double second = day * DAY + 30_000 * stage.chance().nextDouble();
                    call(stage, machines.get(i), service, second);
                }
            }
        }
        return new Site(machines, (days - 1) * DAY);
    }

    private static void call(Stage stage, Host client, Name name, double second) {
        long begin = stage.lookup(client, name, stage.at(second));
        Host server = stage.net().remote(name.addresses().getFirst());
        new Calls(stage).call(client, server, new Call(name.text(), HTTPS, 400, 1_200, true), begin);
    }
}
