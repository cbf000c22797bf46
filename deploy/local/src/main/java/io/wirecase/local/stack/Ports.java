package io.wirecase.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Chooses ports on loopback. */
final class Ports {

    private static final int HIGHEST = 65_535;

    private Ports() {}

    /**
     * A port for every part: the one it has already, else the one it had, else the documented one, else the next free
     * one above.
     *
     * @param taken ports of parts that run already
     * @param earlier ports of parts that ended unasked
     * @return one for each part, all different
     */
    static Map<Part, Integer> choose(Map<Part, Integer> taken, Map<Part, Integer> earlier) throws IOException {
        Map<Part, Integer> chosen = new EnumMap<>(Part.class);
        chosen.putAll(taken);
        Set<Integer> used = new HashSet<>(taken.values());
        for (Part part : Part.values()) {
            if (!chosen.containsKey(part)) {
                int port = nextFree(earlier.getOrDefault(part, part.preferredPort()), used);
                used.add(port);
                chosen.put(part, port);
            }
        }
        return chosen;
    }

    private static int nextFree(int preferred, Set<Integer> used) throws IOException {
        for (int port = preferred; port <= HIGHEST; port++) {
            if (!used.contains(port) && isFree(port)) {
                return port;
            }
        }
        throw new IOException("No free port from " + preferred + " upwards on loopback");
    }

    /** Whether a server could listen there now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Ports of connections that have just ended may be used again, as the servers themselves do.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
