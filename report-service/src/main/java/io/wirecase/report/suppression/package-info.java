/**
 * Suppression rules in this service: read from requests, tried on stored alerts, applied to what is read. Imports
 * core and report.input; store, rest and app import it.
 */
@NullMarked
package io.wirecase.report.suppression;

import org.jspecify.annotations.NullMarked;
