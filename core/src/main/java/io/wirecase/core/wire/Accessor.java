package io.wirecase.core.wire;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A record's accessors as functions, each a class of its own as a lambda expression would be: the first compiler cannot
 * see through a method handle.
 */
final class Accessor {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Accessor() {}

    @SuppressWarnings("unchecked")
    static ToLongFunction<Object> toLong(RecordComponent component) {
        return of(component, ToLongFunction.class, "applyAsLong", long.class);
    }

    @SuppressWarnings("unchecked")
    static ToIntFunction<Object> toInt(RecordComponent component) {
        return of(component, ToIntFunction.class, "applyAsInt", int.class);
    }

    @SuppressWarnings("unchecked")
    static ToDoubleFunction<Object> toDouble(RecordComponent component) {
        return of(component, ToDoubleFunction.class, "applyAsDouble", double.class);
    }

    @SuppressWarnings("unchecked")
    static Predicate<Object> toBoolean(RecordComponent component) {
        return of(component, Predicate.class, "test", boolean.class);
    }

    @SuppressWarnings("unchecked")
    static Function<Object, @Nullable Object> toObject(RecordComponent component) {
        return of(component, Function.class, "apply", Object.class);
    }

    private static <F> F of(RecordComponent component, Class<F> function, String method, Class<?> result) {
        try {
            MethodHandle accessor = LOOKUP.unreflect(component.getAccessor());
            MethodHandle made = LambdaMetafactory.metafactory(
                            LOOKUP,
                            method,
                            MethodType.methodType(function),
                            MethodType.methodType(result, Object.class),
                            accessor,
                            accessor.type())
                    .getTarget();
            // A supplier, since calling the handle itself may throw anything for all the compiler knows.
            return function.cast(MethodHandleProxies.asInterfaceInstance(Supplier.class, made)
                    .get());
        } catch (IllegalAccessException | LambdaConversionException unreachable) {
            throw new IllegalStateException("a public record's members are public: " + component, unreachable);
        }
    }
}
