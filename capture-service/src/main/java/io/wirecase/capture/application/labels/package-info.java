/**
 * Names of applications: which one a host name or an address belongs to, from tables that ship as data beside this
 * room, and how such a name joins the protocols of a flow. Only {@code capture.flow} imports it; it imports
 * {@code core.flow} only.
 */
@NullMarked
package io.wirecase.capture.application.labels;

import org.jspecify.annotations.NullMarked;
