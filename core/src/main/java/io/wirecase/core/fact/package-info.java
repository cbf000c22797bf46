/**
 * What protocols said in a flow: the facts that capture parses and everybody after it reads. Pure values; they import
 * core.net alone.
 */
@NullMarked
package io.wirecase.core.fact;

import org.jspecify.annotations.NullMarked;
