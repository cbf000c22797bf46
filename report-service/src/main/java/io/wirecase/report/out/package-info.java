/**
 * Sends what the service tells others to Kafka and waits until it is stored. Decides nothing; the app room imports it.
 */
@NullMarked
package io.wirecase.report.out;

import org.jspecify.annotations.NullMarked;
