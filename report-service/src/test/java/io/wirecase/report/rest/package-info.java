/** The service as a whole, with a real broker and a real database. */
@NullMarked
package io.wirecase.report.rest;

import org.jspecify.annotations.NullMarked;
