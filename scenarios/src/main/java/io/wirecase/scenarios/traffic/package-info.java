/**
 * What the hosts of the labelled captures do for minutes and hours: polls and their look-alikes, a phone, a page, an
 * office day, a tunnel; and the hosts themselves. It says nothing of what a report should make of it. Imports
 * conversation and packet; the fixtures import it.
 */
@NullMarked
package io.wirecase.scenarios.traffic;

import org.jspecify.annotations.NullMarked;
