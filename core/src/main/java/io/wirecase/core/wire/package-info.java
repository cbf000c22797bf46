/**
 * What travels between services: topics, keys, ids, events and their encodings. The only room of core that knows an
 * encoding.
 */
@NullMarked
package io.wirecase.core.wire;

import org.jspecify.annotations.NullMarked;
