/** Holds what stands in deploy/kubernetes against the models of Kubernetes and Strimzi, and against the product. */
@NullMarked
package io.wirecase.deploy;

import org.jspecify.annotations.NullMarked;
