package io.wirecase.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.MacAddress;
import io.wirecase.core.net.UntrustedText;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares a record with the schema of its JSON, both ways and all the way down. */
final class RecordsAgainstSchema {

    private static final Map<Type, String> PLAIN = Map.of(
            int.class, "integer",
            long.class, "integer",
            Integer.class, "integer",
            Long.class, "integer",
            double.class, "number",
            Double.class, "number",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            String.class, "string");
    private static final Set<Type> TEXTS = Set.of(UUID.class, IpAddress.class, MacAddress.class, UntrustedText.class);

    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private RecordsAgainstSchema(JsonNode root) {
        this.root = root;
    }

    /** What differs, each with the record and its component; empty when nothing does. */
    static List<String> faults(Class<? extends Record> type, JsonNode schema) {
        RecordsAgainstSchema comparison = new RecordsAgainstSchema(schema);
        comparison.record(type, schema);
        return comparison.faults;
    }

    private void record(Class<?> type, JsonNode schema) {
        if (!seen.add(type)) {
            return;
        }
        expect(type.getSimpleName(), "type", "object", schema);
        Set<String> listed = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(listed::add);
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (RecordComponent component : type.getRecordComponents()) {
            String where = type.getSimpleName() + "." + component.getName();
            if (!listed.remove(component.getName())) {
                faults.add(where + " is new: the schema has no such member");
                continue;
            }
            AnnotatedType its = component.getAnnotatedType();
            if (its.isAnnotationPresent(Nullable.class) == required.remove(component.getName())) {
                faults.add(where + ": a component is required unless it may be null");
            }
            JsonNode property = schema.path("properties").path(component.getName());
            if (property.path("description").asText().isBlank()) {
                faults.add(where + " has no description");
            }
            value(where, its, property);
        }
        listed.forEach(gone -> faults.add(type.getSimpleName() + "." + gone + " is in the schema alone"));
        required.forEach(gone -> faults.add(type.getSimpleName() + "." + gone + " is required and does not exist"));
    }

    private void value(String where, AnnotatedType type, JsonNode node) {
        JsonNode schema = followed(node);
        if (type instanceof AnnotatedParameterizedType generic) {
            boolean list = ((ParameterizedType) type.getType()).getRawType() == List.class;
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            expect(where, "type", list ? "array" : "object", schema);
            value(where + "[]", arguments[arguments.length - 1], schema.path(list ? "items" : "additionalProperties"));
            return;
        }
        Class<?> raw = (Class<?>) type.getType();
        if (raw.isEnum()) {
            words(where, raw, schema);
        } else if (TEXTS.contains(raw)) {
            expect(where, "type", "string", schema);
            expect(where, "format", raw == UUID.class ? "uuid" : "", schema);
        } else if (PLAIN.containsKey(raw)) {
            expect(where, "type", PLAIN.get(raw), schema);
        } else {
            record(raw, schema);
        }
    }

    private void words(String where, Class<?> type, JsonNode schema) {
        Set<String> ours = new TreeSet<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> ours.add(((Enum<?>) constant).name()));
        Set<String> theirs = new TreeSet<>();
        schema.path("enum").forEach(word -> theirs.add(word.asText()));
        if (!ours.equals(theirs)) {
            faults.add(where + " may be " + ours + ", by the schema " + theirs);
        }
    }

    private void expect(String where, String keyword, String value, JsonNode schema) {
        String found = schema.path(keyword).asText();
        if (!found.equals(value)) {
            faults.add(where + " is of " + keyword + " '" + value + "', by the schema '" + found + "'");
        }
    }

    private JsonNode followed(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
