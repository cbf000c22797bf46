/**
 * A subscriber written from docs/asyncapi.yaml and docs/schemas alone, as somebody else would: it imports none of the
 * product's classes. Only its integration test knows the stack.
 */
@NullMarked
package io.wirecase.local.subscriber;

import org.jspecify.annotations.NullMarked;
