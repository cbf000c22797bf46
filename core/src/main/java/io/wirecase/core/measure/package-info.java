/**
 * Pure functions from times, sizes and contacts to numbers, each with its n and its span. Used by detection and report
 * alike.
 */
@NullMarked
package io.wirecase.core.measure;

import org.jspecify.annotations.NullMarked;
