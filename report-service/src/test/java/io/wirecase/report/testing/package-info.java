/** Real parts and flows for the edges' tests: a PostgreSQL in a temporary folder with the schema in place. */
@NullMarked
package io.wirecase.report.testing;

import org.jspecify.annotations.NullMarked;
