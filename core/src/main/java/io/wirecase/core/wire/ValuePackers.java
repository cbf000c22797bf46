package io.wirecase.core.wire;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.UntrustedText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the types that flows are made of are encoded: the same values that {@link WireModule} has Jackson write. */
final class ValuePackers {

    private static final Map<Class<?>, ValuePacker> SIMPLE = Map.of(
            String.class, (value, out) -> out.text((String) value),
            UntrustedText.class, (value, out) -> out.text(((UntrustedText) value).raw()),
            MacAddress.class, (value, out) -> out.text(value.toString()),
            IpAddress.class, ValuePackers::address,
            UUID.class, ValuePackers::id,
            Integer.class, (value, out) -> out.number((int) value),
            Long.class, (value, out) -> out.number((long) value),
            Double.class, (value, out) -> out.number((double) value),
            Boolean.class, (value, out) -> out.truth((boolean) value));

    private final SharedNames names;
    private final Map<Class<?>, RecordPacker> records = new HashMap<>();

    ValuePackers(SharedNames names) {
        this.names = names;
    }

    private static void address(Object value, SmileBytes out) {
        IpAddress address = (IpAddress) value;
        if (address.v4()) {
            out.binary(address.low(), Integer.BYTES);
        } else {
            out.id(address.high(), address.low());
        }
    }

    private static void id(Object value, SmileBytes out) {
        UUID id = (UUID) value;
        out.id(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /**
     * The packer of a declared type.
     *
     * @throws IllegalStateException when no flow has been known to hold such a value
     */
    ValuePacker of(Type type) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            ValuePacker one = of(of[of.length - 1]);
            return many.getRawType() == Map.class ? new OfMap(one) : new OfList(one);
        }
        Class<?> its = (Class<?>) type;
        ValuePacker simple = SIMPLE.get(its);
        if (simple != null) {
            return simple;
        }
        if (its.isEnum()) {
            return (value, out) -> out.text(((Enum<?>) value).name());
        }
        if (its.isRecord()) {
            return records(its);
        }
        throw new IllegalStateException("values of " + its + " have no encoding");
    }

    /** The packer of a record; known before its members are looked at, which may hold it again. */
    RecordPacker records(Class<?> type) {
        RecordPacker known = records.get(type);
        if (known == null) {
            known = new RecordPacker();
            records.put(type, known);
            known.members(MemberPacker.of(type, this, names));
        }
        return known;
    }

    private record OfList(ValuePacker one) implements ValuePacker {
        @Override
        public void pack(Object value, SmileBytes out) {
            List<?> list = (List<?>) value;
            int size = list.size();
            out.beginArray();
            for (int i = 0; i < size; i++) {
                one.pack(list.get(i), out);
            }
            out.endArray();
        }
    }

    /** The names are anybody's, so they are told each time. */
    private record OfMap(ValuePacker one) implements ValuePacker {
        @Override
        public void pack(Object value, SmileBytes out) {
            out.beginObject();
            ((Map<?, ?>) value).forEach((name, its) -> {
                out.ownName((String) name);
                one.pack(its, out);
            });
            out.endObject();
        }
    }
}
