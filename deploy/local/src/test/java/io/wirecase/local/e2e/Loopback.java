package io.wirecase.local.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;

/** Asks every address of this machine. */
final class Loopback {

    private static final int PATIENCE_MILLIS = 1_000;

    private Loopback() {}

    static boolean onlyLoopbackAnswers(int port) {
        try {
            List<InetAddress> all = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
            return all.stream().filter(address -> !address.isLoopbackAddress()).noneMatch(each -> answers(each, port))
                    && answers(InetAddress.getByName("127.0.0.1"), port);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
