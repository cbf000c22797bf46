package io.wirecase.platform.watchlist;

import io.wirecase.core.net.IpAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All lists as they were at one moment; immutable. Where several files hold an entry, the first one counts. */
public final class Watchlists {

    /** No lists. */
    public static final Watchlists NONE = new Watchlists(Map.of());

    private final Map<ListKind, List<ListFile>> files = new EnumMap<>(ListKind.class);

    Watchlists(Map<ListKind, List<ListFile>> files) {
        files.forEach((kind, some) -> this.files.put(kind, List.copyOf(some)));
    }

    /** Where an address, or a network it is in, is listed; of networks in one file the smallest. */
    public Optional<ListMatch> find(ListKind kind, IpAddress address) {
        return first(kind, file -> file.find(address));
    }

    /** Where a word is listed: a fingerprint, the digest of a certificate; case is ignored. */
    public Optional<ListMatch> find(ListKind kind, String word) {
        return files.containsKey(kind)
                ? first(kind, file -> file.find(word.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Where a name, or one it is below, is listed; of several the longest. A dot at its end is ignored. */
    public Optional<ListMatch> findName(ListKind kind, String name) {
        if (!files.containsKey(kind)) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return first(kind, file -> file.findName(bare));
    }

    private Optional<ListMatch> first(ListKind kind, Function<ListFile, Optional<ListMatch>> look) {
        for (ListFile file : files.getOrDefault(kind, List.of())) {
            Optional<ListMatch> found = look.apply(file);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
