/** Benchmarks of the pipeline on one machine; run by hand, their figures go into the ADRs. */
@NullMarked
package io.wirecase.local.bench;

import org.jspecify.annotations.NullMarked;
