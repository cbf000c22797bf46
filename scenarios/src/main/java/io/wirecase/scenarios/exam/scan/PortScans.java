package io.wirecase.scenarios.exam.scan;

import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Stage;
import io.wirecase.scenarios.packet.TcpSegment;
import java.util.List;

/** One host's ports, by every technique. */
public final class PortScans {
    private static final int XMAS = TcpSegment.FIN | TcpSegment.PSH | TcpSegment.URG;
    private static final int MAIMON = TcpSegment.FIN | TcpSegment.ACK;

    private PortScans() {}

    /** Rows 23 to 29. */
    public static List<Family> all() {
        return List.of(
                half(),
                connect(),
                odd("25-null-scan", "probes without any flag", 0, "null"),
                odd("26-fin-scan", "probes that only say goodbye", TcpSegment.FIN, "fin"),
                odd("27-xmas-scan", "probes with three flags that never go together", XMAS, "xmas"),
                odd("28-maimon-scan", "probes with FIN and ACK", MAIMON, "maimon"),
                odd("29-ack-scan", "acknowledgements of nothing", TcpSegment.ACK, "ack"));
    }

    private static Family half() {
        return Family.malicious("23-syn-scan", "a half-open scan of up to a thousand ports", stage -> {
            Host from = stage.net().local();
            Host to = target(stage);
            int ports = stage.whole("ports", 60, 1_000);
            double rate = stage.number("rate", 20, 150);
            Prober prober = new Prober(stage, from, TcpSegment.SYN);
            int n = 0;
            for (int port : Prober.ports(stage.chance(), ports)) {
                prober.raw(n, to, port, stage.at(3 + n / rate));
                n++;
            }
            stage.actor(from).expect("syn", List.of(from), "vertical_scan");
            Background.play(stage, 900, from);
        });
    }

    private static Family connect() {
        return Family.malicious("24-connect-scan", "a scan by whole connections of up to a thousand ports", stage -> {
            Host from = stage.net().local();
            Host to = target(stage);
            int ports = stage.whole("ports", 60, 1_000);
            double rate = stage.number("rate", 20, 80);
            Prober prober = new Prober(stage, from, TcpSegment.SYN);
            int n = 0;
            for (int port : Prober.ports(stage.chance(), ports)) {
                prober.connect(to, port, stage.at(3 + n / rate));
                n++;
            }
            stage.actor(from).expect(List.of(from), "vertical_scan");
            Background.play(stage, 900, from);
        });
    }

    private static Family odd(String id, String title, int flags, String technique) {
        return Family.malicious(id, title, stage -> {
            Host from = stage.net().local();
            Host to = target(stage);
            int ports = stage.whole("ports", 50, 150);
            double rate = stage.number("rate", 1, 8);
            Prober prober = new Prober(stage, from, flags);
            int n = 0;
            for (int port : Prober.ports(stage.chance(), ports)) {
                prober.raw(n, to, port, stage.at(3 + n / rate));
                n++;
            }
            stage.actor(from).expect(technique, List.of(from), "vertical_scan");
            Background.play(stage, 900, from);
        });
    }

    private static Host target(Stage stage) {
        return stage.chance().nextInt(3) == 0
                ? stage.net().remote()
                : stage.net().local();
    }
}
