package io.wirecase.deploy;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what a model was given and does not know: the models take it silently and keep it aside. */
final class UnknownFields {

    private static final String ASIDE = "getAdditionalProperties";

    private final Set<String> found = new TreeSet<>();

    private UnknownFields() {}

    /** Paths of all fields the model does not know. */
    static Set<String> in(Object model) {
        UnknownFields walk = new UnknownFields();
        walk.visit("", model);
        return walk.found;
    }

    private void visit(String path, @Nullable Object value) {
        if (value instanceof Collection<?> items) {
            int i = 0;
            for (Object item : items) {
                visit(path + "[" + i++ + "]", item);
            }
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> visit(path + "." + key, entry));
        } else if (value != null && !value.getClass().isEnum() && isModel(value)) {
            for (Method getter : value.getClass().getMethods()) {
                if (getter.getParameterCount() == 0 && getter.getName().startsWith("get")) {
                    get(path, value, getter);
                }
            }
        }
    }

    private void get(String path, Object owner, Method getter) {
        Object value;
        try {
            value = getter.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(path + "." + getter.getName(), e);
        }
        if (getter.getName().equals(ASIDE)) {
            ((Map<?, ?>) value).keySet().forEach(key -> found.add(path + "." + key));
        } else {
            visit(path + "." + getter.getName().substring(3), value);
        }
    }

    private static boolean isModel(Object value) {
        String type = value.getClass().getPackageName();
        return type.startsWith("io.fabric8.") || type.startsWith("io.strimzi.");
    }
}
