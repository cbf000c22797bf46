package io.wirecase.detection.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts how many entries of a store are read, one by one or in a row. */
final class CountedStore {

    private CountedStore() {}

    @SuppressWarnings("unchecked")
    static KeyValueStore<Bytes, byte[]> around(KeyValueStore<Bytes, byte[]> store, LongAdder reads) {
        return (KeyValueStore<Bytes, byte[]>) counted(KeyValueStore.class, store, "get", reads);
    }

    private static Object counted(Class<?> type, Object target, String read, LongAdder reads) {
        return Proxy.newProxyInstance(
                CountedStore.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(read)) {
                        reads.increment();
                    }
                    try {
                        Object found = method.invoke(target, arguments);
                        return found instanceof KeyValueIterator<?, ?> row
                                ? counted(KeyValueIterator.class, row, "next", reads)
                                : found;
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }
}
