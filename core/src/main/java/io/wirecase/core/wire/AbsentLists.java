package io.wirecase.core.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.Serial;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list or map that an older writer did not know is read as empty, unless the record says that it may be null; without
 * that its record could not be read at all.
 */
final class AbsentLists extends NopAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final JsonSetter.Value AS_EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        Class<?> type = member.getRawType();
        boolean many = type == List.class || type == Map.class;
        if (many
                && member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                        Nullable.class)) {
            return AS_EMPTY;
        }
        return JsonSetter.Value.empty();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }
}
