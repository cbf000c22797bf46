/**
 * A flow: who talked to whom, when, how much, by which application, and the facts parsed from it. Pure values; they
 * import core.net and core.fact alone.
 */
@NullMarked
package io.wirecase.core.flow;

import org.jspecify.annotations.NullMarked;
