package io.wirecase.core.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads one member of a record and writes it, by what its declared type is. */
abstract class RecordMember {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    final SerializedString name;

    private RecordMember(RecordComponent component) {
        this.name = new SerializedString(component.getName());
    }

    /** Writes the member of a record with its name, or nothing when it is null. */
    abstract void write(Object of, JsonGenerator out, SerializerProvider provider) throws IOException;

    static RecordMember of(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return new OfLong(component);
        }
        if (type == int.class) {
            return new OfInt(component);
        }
        if (type == boolean.class) {
            return new OfBoolean(component);
        }
        if (type == String.class) {
            return new OfText(component);
        }
        return type == List.class ? new OfList(component) : new OfObject(component);
    }

    /** The accessor as a function of its own, which the compiler can see through. */
    private static <F> F accessor(RecordComponent component, Class<F> function) {
        try {
            return MethodHandleProxies.asInterfaceInstance(function, LOOKUP.unreflect(component.getAccessor()));
        } catch (IllegalAccessException unreachable) {
            throw new IllegalStateException("a public record's members are public: " + component, unreachable);
        }
    }

    private static final class OfLong extends RecordMember {
        private final ToLongFunction<Object> value;

        @SuppressWarnings("unchecked")
        OfLong(RecordComponent component) {
            super(component);
            value = accessor(component, ToLongFunction.class);
        }

        @Override
        void write(Object of, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(name);
            out.writeNumber(value.applyAsLong(of));
        }
    }

    private static final class OfInt extends RecordMember {
        private final ToIntFunction<Object> value;

        @SuppressWarnings("unchecked")
        OfInt(RecordComponent component) {
            super(component);
            value = accessor(component, ToIntFunction.class);
        }

        @Override
        void write(Object of, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(name);
            out.writeNumber(value.applyAsInt(of));
        }
    }

    private static final class OfBoolean extends RecordMember {
        private final Predicate<Object> value;

        @SuppressWarnings("unchecked")
        OfBoolean(RecordComponent component) {
            super(component);
            value = accessor(component, Predicate.class);
        }

        @Override
        void write(Object of, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(name);
            out.writeBoolean(value.test(of));
        }
    }

    /** What may be null; then nothing is written. */
    private abstract static class Nullables extends RecordMember {
        private final Function<Object, @Nullable Object> value;

        @SuppressWarnings("unchecked")
        Nullables(RecordComponent component) {
            super(component);
            value = accessor(component, Function.class);
        }

        @Override
        final void write(Object of, JsonGenerator out, SerializerProvider provider) throws IOException {
            Object its = value.apply(of);
            if (its != null) {
                out.writeFieldName(name);
                value(its, out, provider);
            }
        }

        abstract void value(Object its, JsonGenerator out, SerializerProvider provider) throws IOException;
    }

    private static final class OfText extends Nullables {

        OfText(RecordComponent component) {
            super(component);
        }

        @Override
        void value(Object its, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString((String) its);
        }
    }

    private static final class OfList extends Nullables {

        OfList(RecordComponent component) {
            super(component);
        }

        @Override
        void value(Object its, JsonGenerator out, SerializerProvider provider) throws IOException {
            List<?> list = (List<?>) its;
            int size = list.size();
            out.writeStartArray(list, size);
            Class<?> last = null;
            JsonSerializer<Object> writer = null;
            for (int i = 0; i < size; i++) {
                Object one = list.get(i);
                if (writer == null || one.getClass() != last) {
                    last = one.getClass();
                    writer = provider.findValueSerializer(last, null);
                }
                writer.serialize(one, out, provider);
            }
            out.writeEndArray();
        }
    }

    private static final class OfObject extends Nullables {

        /** Of a final type one writer does for all values; of others the value decides. */
        private final boolean fixed;

        private volatile @Nullable JsonSerializer<Object> writer;

        OfObject(RecordComponent component) {
            super(component);
            fixed = Modifier.isFinal(component.getType().getModifiers());
        }

        @Override
        void value(Object its, JsonGenerator out, SerializerProvider provider) throws IOException {
            JsonSerializer<Object> known = writer;
            if (known == null || !fixed) {
                known = provider.findValueSerializer(its.getClass(), null);
                writer = known;
            }
            known.serialize(its, out, provider);
        }
    }
}
