/**
 * Pages for people, rendered on the server, without scripts. Imports {@code report.store} and core; nothing
 * imports it.
 */
@NullMarked
package io.wirecase.report.web;

import org.jspecify.annotations.NullMarked;
