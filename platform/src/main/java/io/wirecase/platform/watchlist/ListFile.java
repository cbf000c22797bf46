package io.wirecase.platform.watchlist;

import io.wirecase.core.intel.Networks;
import io.wirecase.core.intel.Networks.Prefix;
import io.wirecase.core.net.IpAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list as one file holds it: an entry a line, its first word; what follows a space, comma, semicolon or {@code #} is
 * a remark. Lines of a hosts file ({@code 0.0.0.0 name}) are names as well. Immutable once read.
 */
final class ListFile {

    /** Beyond it a file is no list that somebody keeps. */
    private static final long MAX_BYTES = 256L << 20;

    private static final int MAX_ENTRIES = 2_000_000;
    private static final int V6_BITS = 128;

    private static final Pattern END = Pattern.compile("[\\s,;#]");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63}){0,30}");
    private static final Pattern FINGERPRINT =
            Pattern.compile("[0-9a-f]{32}|[tqd][0-9a-z]{9}_[0-9a-f]{12}_[0-9a-f]{12}");
    private static final Pattern SYSTEM = Pattern.compile("[1-9][0-9]{0,9}");
    private static final Pattern SHA_1 = Pattern.compile("[0-9a-f]{40}");

    private final String name;
    private final LocalDate day;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Integer, Map<IpAddress, Integer>> networks = new TreeMap<>();
    private int entries;

    private ListFile(String name, Instant changed) {
        this.name = name;
        this.day = LocalDate.ofInstant(changed, ZoneOffset.UTC);
    }

    /**
     * Reads a file.
     *
     * @param changed when it was last changed
     * @throws IOException when it cannot be read, and with the line when that is no entry of its kind
     */
    static ListFile read(Path path, ListKind kind, Instant changed) throws IOException {
        if (Files.size(path) > MAX_BYTES) {
            throw new IOException("larger than " + (MAX_BYTES >> 20) + " MiB");
        }
        ListFile list = new ListFile(String.valueOf(path.getFileName()), changed);
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String entry = entry(line, kind);
                if (!entry.isEmpty() && !list.add(entry, kind, number)) {
                    throw new IOException("line " + number + " is none of " + kind.word());
                }
            }
        }
        return list;
    }

    private static String entry(String line, ListKind kind) {
        String[] words = END.split(line.strip(), 3);
        boolean hosts = kind == ListKind.DOMAINS
                && words.length > 1
                && (words[0].equals("0.0.0.0") || words[0].equals("127.0.0.1"));
        return words[hosts ? 1 : 0].toLowerCase(Locale.ROOT);
    }

    /** Whether it is an entry of the kind. */
    private boolean add(String entry, ListKind kind, int line) throws IOException {
        entries++;
        if (entries > MAX_ENTRIES) {
            throw new IOException("more than " + MAX_ENTRIES + " entries");
        }
        return switch (kind) {
            case ADDRESSES, EXITS -> network(entry, line);
            case DOMAINS -> word(bare(entry), NAME, line);
            case FINGERPRINTS -> word(entry, FINGERPRINT, line);
            case CERTIFICATES -> word(entry.replace(":", ""), SHA_1, line);
            case SYSTEMS -> word(entry.startsWith("as") ? entry.substring(2) : entry, SYSTEM, line);
        };
    }

    private boolean word(String entry, Pattern form, int line) {
        words.putIfAbsent(entry, line);
        return form.matcher(entry).matches();
    }

    private static String bare(String name) {
        String below = name.startsWith("*.") ? name.substring(2) : name;
        return below.endsWith(".") ? below.substring(0, below.length() - 1) : below;
    }

    private boolean network(String entry, int line) {
        try {
            for (Prefix prefix : Networks.parse(entry).prefixes()) {
                int length = prefix.length() + (prefix.base().v4() ? V6_BITS - Integer.SIZE : 0);
                networks.computeIfAbsent(length, any -> new HashMap<>())
                        .putIfAbsent(masked(prefix.base(), length), line);
            }
            return true;
        } catch (IllegalArgumentException notANetwork) {
            return false;
        }
    }

    /** The leading bits of an address, counted as if all addresses had 128. */
    private static IpAddress masked(IpAddress address, int length) {
        long high = length >= Long.SIZE ? -1L : length == 0 ? 0 : -1L << (Long.SIZE - length);
        long low = length <= Long.SIZE ? 0 : -1L << (V6_BITS - length);
        return new IpAddress(address.high() & high, address.low() & low, address.v4());
    }

    /** How many entries it has. */
    int entries() {
        return entries;
    }

    /** The list's name and date. */
    @Override
    public String toString() {
        return name + " of " + day;
    }

    Optional<ListMatch> find(String word) {
        return match(words.get(word));
    }

    Optional<ListMatch> findName(String lower) {
        for (String name = lower; ; name = name.substring(name.indexOf('.') + 1)) {
            Integer line = words.get(name);
            if (line != null || name.indexOf('.') < 0) {
                return match(line);
            }
        }
    }

    /** The network it is in; of several the smallest. */
    Optional<ListMatch> find(IpAddress address) {
        Integer line = null;
        for (Map.Entry<Integer, Map<IpAddress, Integer>> some : networks.entrySet()) {
            Integer found = some.getValue().get(masked(address, some.getKey()));
            line = found == null ? line : found;
        }
        return match(line);
    }

    private Optional<ListMatch> match(@Nullable Integer line) {
        return line == null ? Optional.empty() : Optional.of(new ListMatch(name, line, day));
    }
}
