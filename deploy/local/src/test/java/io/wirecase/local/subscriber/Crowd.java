package io.wirecase.local.subscriber;

import io.wirecase.scenarios.capture.CaptureWriter;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Http;
import io.wirecase.scenarios.conversation.Scene;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.fixture.Fixture;
import io.wirecase.scenarios.fixture.GroundTruth;
import io.wirecase.scenarios.fixture.Settings;
import io.wirecase.scenarios.packet.Ip;
import io.wirecase.scenarios.packet.Stack;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Many clients that ask old servers without saying who they are: an alert for each connection. */
record Crowd(int clients, int exchanges) implements Fixture {

    private static final int SERVERS = 20;

    @Override
    public String name() {
        return "Crowd";
    }

    @Override
    public String why() {
        return "As many alerts as somebody who reads them all must stand";
    }

    @Override
    public GroundTruth truth() {
        return new GroundTruth(List.of(), Map.of(), Set.of(), OptionalInt.of(clients * exchanges));
    }

    @Override
    public void write(CaptureWriter out, Settings settings) throws IOException {
        Scene scene = new Scene(settings.seed(), settings.start());
        SplittableRandom chance = scene.chance("crowd");
        Host router = Host.local("10.20.0.1", "02:16:3e:20:00:01", Stack.LINUX);
        List<Host> servers = IntStream.range(0, SERVERS)
                .mapToObj(n -> Host.remote(Ip.address("198.51.100." + (n + 1)), router, 9))
                .toList();
        for (int client = 0; client < clients; client++) {
            String address = "10.20." + (1 + client / 200) + "." + (1 + client % 200);
            Host host = Host.local(address, "02:16:3e:20:01:%02x".formatted(client % 256), Stack.LINUX);
            for (int exchange = 0; exchange < exchanges; exchange++) {
                long at = Scene.seconds(exchange * 61 + 60 * chance.nextDouble());
                Host server = servers.get(chance.nextInt(SERVERS));
                new TcpConnection(scene, chance, host, server, 80, at)
                        .open()
                        .ask(Http.message("GET / HTTP/1.1", List.of("Host: old.example"), new byte[0]))
                        .answer(Http.message(
                                "HTTP/1.1 204 No Content", List.of("Server: nginx/1.14.0 (Ubuntu)"), new byte[0]))
                        .serverFinishes()
                        .received()
                        .clientFinishes();
            }
        }
        scene.writeTo(out);
    }
}
