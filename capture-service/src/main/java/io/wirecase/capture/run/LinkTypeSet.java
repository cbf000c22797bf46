package io.wirecase.capture.run;

import io.wirecase.capture.packet.LinkTypes;
import java.util.List;
import java.util.TreeSet;

/** The link types seen, cheap to add to: nearly every packet has the type of the one before. */
public final class LinkTypeSet {

    private final TreeSet<Integer> types = new TreeSet<>();
    private int last = Integer.MIN_VALUE;

    /** An empty set. */
    public LinkTypeSet() {}

    /** Adds a link type (tcpdump.org's LINKTYPE registry). */
    public void add(int type) {
        if (type != last) {
            types.add(type);
            last = type;
        }
    }

    /** Their names by number. */
    public List<String> names() {
        return types.stream().map(LinkTypes::name).toList();
    }
}
