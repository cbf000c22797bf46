/**
 * Settings, wiring and life cycle of the report service, and the worker that builds reports when their captures
 * are drained. Imports every other room; nothing imports it.
 */
@NullMarked
package io.wirecase.report.app;

import org.jspecify.annotations.NullMarked;
