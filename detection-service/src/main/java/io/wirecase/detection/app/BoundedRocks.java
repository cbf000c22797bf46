package io.wirecase.detection.app;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** One memory budget for the stores of all partitions; by default each would take its own hundred megabytes. */
public final class BoundedRocks implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 64L << 20;
    private static final long WRITE_BUFFER_BYTES = 32L << 20;
    private static final long MEMTABLE_BYTES = 8L << 20;
    private static final long BLOCK_BYTES = 16L << 10;

    private static final class Shared {
        static final Cache CACHE;
        static final WriteBufferManager WRITES;

        static {
            org.rocksdb.RocksDB.loadLibrary();
            CACHE = new LRUCache(CACHE_BYTES);
            WRITES = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
        }
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITES);
        options.setWriteBufferSize(MEMTABLE_BYTES);
        options.setMaxWriteBufferNumber(2);
    }

    /** The budget is the process's and outlives any store. */
    @Override
    public void close(String store, Options options) {
        // Nothing of one store's own was opened.
    }
}
