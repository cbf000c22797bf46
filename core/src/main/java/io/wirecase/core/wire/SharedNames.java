package io.wirecase.core.wire;

import io.wirecase.core.flow.Flow;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of the members of everything in a block of flows, numbered. Smile numbers names as they come and tells each
 * once; a block here tells them all first, in this order, so that a flow's bytes mean the same wherever they stand in
 * it. Flow by flow the names come first that most flows have, so that a block needs only as many as its flows use.
 */
final class SharedNames {

    /** What Smile can number. */
    private static final int MOST = 1024;

    /** Numbers whose low byte is one of these two may not be referred to. */
    private static final int FORBIDDEN = 0xFE;

    private static final int SHORT_REFERENCE = 0x40;
    private static final int LONG_REFERENCE = 0x30;
    private static final int SHORT_REFERENCES = 64;
    private static final int SHORT_NAME = 0x80;
    private static final int LONGEST = 64;

    static final SharedNames OF_FLOWS = new SharedNames();

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int head;
    private final byte[][] literals;

    /** The members that a block has before its flows, in their order. */
    enum Head {
        CAPTURE_ID("captureId"),
        REVISION("revision"),
        SITE("site"),
        PARTITION("partition"),
        NAMES("names");

        private final String word;

        Head(String word) {
            this.word = word;
        }

        void tell(SmileBytes out) {
            out.raw(literal(word));
        }
    }

    private SharedNames() {
        for (Head member : Head.values()) {
            number(member.word);
        }
        head = names.size();
        Set<Class<?>> records = new LinkedHashSet<>();
        records.add(Flow.class);
        // Grows as it is walked: the records that a record holds come behind all that are known.
        List<Class<?>> all = new ArrayList<>(records);
        for (int i = 0; i < all.size(); i++) {
            for (RecordComponent component : all.get(i).getRecordComponents()) {
                number(component.getName());
                Class<?> inside = inside(component.getGenericType());
                if (inside.isRecord() && records.add(inside)) {
                    all.add(inside);
                }
            }
        }
        if (names.size() > MOST) {
            throw new IllegalStateException("more names than Smile can number: " + names.size());
        }
        literals = names.stream().map(SharedNames::literal).toArray(byte[][]::new);
    }

    /** A type, or that of the values of a list or map. */
    private static Class<?> inside(Type type) {
        return type instanceof ParameterizedType many
                ? inside(many.getActualTypeArguments()[many.getActualTypeArguments().length - 1])
                : (Class<?>) type;
    }

    private void number(String name) {
        if (name.length() > LONGEST) {
            throw new IllegalStateException("a name too long to be told once: " + name);
        }
        if (!numbers.containsKey(name)) {
            while ((names.size() & FORBIDDEN) == FORBIDDEN) {
                names.add("_" + names.size());
            }
            numbers.put(name, names.size());
            names.add(name);
        }
    }

    /**
     * The number of a name.
     *
     * @throws IllegalStateException when no flow has a member of this name
     */
    int of(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("no member of a flow: " + name);
        }
        return number;
    }

    /** Tells these names and their numbers from others. */
    int fingerprint() {
        return names.hashCode();
    }

    /** The bytes that stand for a name in a block that told it. */
    static byte[] reference(int number) {
        return number < SHORT_REFERENCES
                ? new byte[] {(byte) (SHORT_REFERENCE + number)}
                : new byte[] {(byte) (LONG_REFERENCE + (number >> Byte.SIZE)), (byte) number};
    }

    /** The bytes that tell a name the first time. */
    static byte[] literal(String name) {
        SmileBytes text = new SmileBytes();
        text.text(name);
        byte[] bytes = text.copy();
        bytes[0] = (byte) (SHORT_NAME + name.length() - 1);
        return bytes;
    }

    /** How many more a block's flows may tell themselves; behind the most that can be numbered readers begin anew. */
    int room() {
        return MOST - names.size() - 1;
    }

    /** Tells the names up to before a number, those of the head left out, as members without a value. */
    void tell(int to, SmileBytes out) {
        for (int number = head; number < to; number++) {
            out.raw(literals[number]);
            out.nothing();
        }
    }
}
