/** Real parts for tests: a Kafka broker in the test's own process. Tests of every service may import it. */
@NullMarked
package io.wirecase.platform.testing;

import org.jspecify.annotations.NullMarked;
