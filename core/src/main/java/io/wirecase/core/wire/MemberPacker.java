package io.wirecase.core.wire;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads one member of a record and encodes it with its name; nothing of one that is absent. */
abstract class MemberPacker {

    private final int number;
    private final byte[] reference;

    private MemberPacker(int number) {
        this.number = number;
        this.reference = SharedNames.reference(number);
    }

    abstract void pack(Object of, SmileBytes out);

    final void name(SmileBytes out) {
        out.name(number, reference);
    }

    /** Those of a record, in the order they are declared. */
    static MemberPacker[] of(Class<?> type, ValuePackers values, SharedNames names) {
        RecordComponent[] components = type.getRecordComponents();
        MemberPacker[] members = new MemberPacker[components.length];
        for (int i = 0; i < members.length; i++) {
            members[i] = of(components[i], values, names.of(components[i].getName()));
        }
        return members;
    }

    private static MemberPacker of(RecordComponent component, ValuePackers values, int number) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return new OfLong(number, Accessor.toLong(component));
        }
        if (type == int.class) {
            return new OfInt(number, Accessor.toInt(component));
        }
        if (type == boolean.class) {
            return new OfBoolean(number, Accessor.toBoolean(component));
        }
        if (type == double.class) {
            return new OfDouble(number, Accessor.toDouble(component));
        }
        ValuePacker value = values.of(component.getGenericType());
        boolean many = type == List.class || type == Map.class;
        boolean known = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return many && !known
                ? new OfMany(number, Accessor.toObject(component), value)
                : new OfObject(number, Accessor.toObject(component), value);
    }

    private static final class OfLong extends MemberPacker {
        private final ToLongFunction<Object> value;

        OfLong(int number, ToLongFunction<Object> value) {
            super(number);
            this.value = value;
        }

        @Override
        void pack(Object of, SmileBytes out) {
            name(out);
            out.number(value.applyAsLong(of));
        }
    }

    private static final class OfInt extends MemberPacker {
        private final ToIntFunction<Object> value;

        OfInt(int number, ToIntFunction<Object> value) {
            super(number);
            this.value = value;
        }

        @Override
        void pack(Object of, SmileBytes out) {
            name(out);
            out.number(value.applyAsInt(of));
        }
    }

    private static final class OfDouble extends MemberPacker {
        private final ToDoubleFunction<Object> value;

        OfDouble(int number, ToDoubleFunction<Object> value) {
            super(number);
            this.value = value;
        }

        @Override
        void pack(Object of, SmileBytes out) {
            name(out);
            out.number(value.applyAsDouble(of));
        }
    }

    private static final class OfBoolean extends MemberPacker {
        private final Predicate<Object> value;

        OfBoolean(int number, Predicate<Object> value) {
            super(number);
            this.value = value;
        }

        @Override
        void pack(Object of, SmileBytes out) {
            name(out);
            out.truth(value.test(of));
        }
    }

    private static final class OfObject extends MemberPacker {
        private final Function<Object, @Nullable Object> value;
        private final ValuePacker packer;

        OfObject(int number, Function<Object, @Nullable Object> value, ValuePacker packer) {
            super(number);
            this.value = value;
            this.packer = packer;
        }

        @Override
        void pack(Object of, SmileBytes out) {
            Object its = value.apply(of);
            if (its != null) {
                name(out);
                packer.pack(its, out);
            }
        }
    }

    /** A list or map that is never null: an absent one is read as empty ({@link AbsentLists}). */
    private static final class OfMany extends MemberPacker {
        private final Function<Object, @Nullable Object> value;
        private final ValuePacker packer;

        OfMany(int number, Function<Object, @Nullable Object> value, ValuePacker packer) {
            super(number);
            this.value = value;
            this.packer = packer;
        }

        @Override
        void pack(Object of, SmileBytes out) {
            Object its = value.apply(of);
            if (its != null && !empty(its)) {
                name(out);
                packer.pack(its, out);
            }
        }

        private static boolean empty(Object many) {
            return many instanceof Collection<?> list ? list.isEmpty() : ((Map<?, ?>) many).isEmpty();
        }
    }
}
